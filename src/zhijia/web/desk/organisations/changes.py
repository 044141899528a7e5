"""Forms that change the tree. A refusal stands above the form in one sentence, and nothing has changed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.orgs import actions
from zhijia.orgs.kinds import level_of
from zhijia.registers.organising.merging import merge_unions, union_of
from zhijia.registers.organising.renaming import rename_union
from zhijia.registers.organising.splitting import split_union
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.organisations.forms import ChangeForm, CloseForm, ElsewhereForm, NewForm, SplitForm
from zhijia.web.desk.organisations.pages import crumbs, seen

UNION_CLOSES_ELSEWHERE = gettext_noop("“%(name)s”是基层工会，请在“基层工会”台账中撤销，以便先安置会员。")
NO_UNION_ROW = gettext_noop("“%(name)s”在“基层工会”台账中没有登记，请先登记再合并或分设。")


@needs("orgs.edit")
def new(request: DeskRequest, number: int) -> HttpResponse:
    """Set up an organisation below this one."""
    above = seen(request.post, number)
    form = NewForm(request.POST or None, above=above, today=request.today)

    def work(values: dict[str, Any]) -> Any:
        return actions.create_organisation(parent=above, **values, by=request.post, at=request.now)

    return _asked(request, above, form, _("设立下级组织"), work)


@needs("orgs.edit")
def change(request: DeskRequest, number: int) -> HttpResponse:
    """Names and group; a union's new name goes into its register too."""
    node = seen(request.post, number)
    initial = {name: getattr(node, name) for name in ChangeForm.base_fields}
    form = ChangeForm(request.POST or None, initial=initial)

    def work(values: dict[str, Any]) -> Any:
        union = union_of(node)
        name = values["name"]
        if union is not None and name != node.name:
            rename_union(union=union, name=name, on=request.today, by=request.post, at=request.now)
            values = {key: value for key, value in values.items() if value != getattr(node, key)} | {"name": name}
            if len(values) == 1:
                return node
        return actions.change_organisation(organisation=node, by=request.post, at=request.now, **values)

    return _asked(request, node, form, _("变更组织"), work)


@needs("orgs.edit")
def move(request: DeskRequest, number: int) -> HttpResponse:
    """Hang it under another organisation."""
    node = seen(request.post, number)
    form = _elsewhere(request, gettext_lazy("新的上级组织"))

    def work(values: dict[str, Any]) -> Any:
        return actions.move_organisation(
            organisation=node, parent=values["other"], on=values["on"], by=request.post, at=request.now
        )

    return _asked(request, node, form, _("划转组织"), work)


@needs("orgs.edit")
def merge(request: DeskRequest, number: int) -> HttpResponse:
    """End it in another: unions take members, workplaces and contracts along."""
    node = seen(request.post, number)
    form = _elsewhere(request, gettext_lazy("并入的组织"))

    def work(values: dict[str, Any]) -> Any:
        into, on = values["other"], values["on"]
        if level_of(node.kind) != "union":
            actions.merge_organisations(source=node, into=into, on=on, by=request.post, at=request.now)
            return into
        rows = [union_of(one) for one in (node, into)]
        for one, row in zip((node, into), rows, strict=True):
            if row is None:
                raise Problem(NO_UNION_ROW, name=one)
        merge_unions(source=rows[0], into=rows[1], on=on, by=request.post, at=request.now)  # type: ignore[arg-type]
        return into

    return _asked(request, node, form, _("合并组织"), work)


@needs("orgs.edit")
def split(request: DeskRequest, number: int) -> HttpResponse:
    """Set up another of the same kind beside it, with the thread between them."""
    node = seen(request.post, number)
    is_union = level_of(node.kind) == "union"
    form = SplitForm(request.POST or None, today=request.today, union=is_union)

    def work(values: dict[str, Any]) -> Any:
        if not is_union:
            return actions.split_organisation(organisation=node, **values, by=request.post, at=request.now)
        row = union_of(node)
        if row is None:
            raise Problem(NO_UNION_ROW, name=node)
        return split_union(union=row, **values, by=request.post, at=request.now).organisation

    return _asked(request, node, form, _("分设组织"), work)


@needs("orgs.edit")
def close(request: DeskRequest, number: int) -> HttpResponse:
    """End it; whatever hangs below must be moved or closed first."""
    node = seen(request.post, number)
    form = CloseForm(request.POST or None, today=request.today)

    def work(values: dict[str, Any]) -> Any:
        if level_of(node.kind) == "union":
            raise Problem(UNION_CLOSES_ELSEWHERE, name=node)
        return actions.close_organisation(organisation=node, **values, by=request.post, at=request.now)

    return _asked(request, node, form, _("撤销组织"), work)


def _elsewhere(request: DeskRequest, label: Any) -> ElsewhereForm:
    return ElsewhereForm(request.POST or None, post=request.post, today=request.today, label=label)


def _asked(
    request: DeskRequest, node: Any, form: forms.Form, heading: str, work: Callable[[dict[str, Any]], Any]
) -> HttpResponse:
    """Show the form, or do the work and go to the organisation that came out of it."""
    if request.method == "POST" and form.is_valid():
        try:
            result = work(dict(form.cleaned_data))
        except Problem as problem:
            form.add_error(None, problem.sentence(_))
        else:
            messages.success(request, _("%(heading)s：%(name)s，已保存。") % {"heading": heading, "name": result})
            return redirect("organisation", result.pk)
    way = [*crumbs(request.post, node)[:-1], (str(node), reverse("organisation", args=[node.pk])), (heading, "")]
    context = {"node": node, "form": form, "heading": heading, "crumbs": way}
    return render(request, "desk/organisations/form.html", context, status=400 if form.errors else 200)
