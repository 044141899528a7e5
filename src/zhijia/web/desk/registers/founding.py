"""Founding a union (建会): the page in front of the action."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.queries import Post
from zhijia.kit.problem import Problem
from zhijia.orgs.kinds import kind_of, kinds_at
from zhijia.registers.base.fields import DayField, LookupField
from zhijia.registers.base.lookups import organisation_line, organisation_named, record_named
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.actions import found_union
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.write import offers

UNION, EMPLOYER = "organising.union", "organising.employer"
LINES, MOST_LINES = 3, 40


class FoundingForm(forms.Form):
    """What the reply says: which union, under whom, for which workplaces, until when its first term runs."""

    def __init__(self, post: Post, today: dt.date, lines: int, data: Mapping[str, Any] | None = None) -> None:
        """`lines`: how many workplaces may be named."""
        super().__init__(data, initial={"parent": organisation_line(post.organisation)})
        self.lines = lines
        kinds = [(code, said(kind_of(code).label)) for code in kinds_at("union")]
        self.fields.update({
            "name": forms.CharField(label=_("工会名称"), max_length=120, help_text=_("一般为单位名称加“工会委员会”")),
            "short_name": forms.CharField(label=_("简称"), max_length=40, required=False),
            "kind": forms.ChoiceField(label=_("组织类型"), choices=kinds),
            "parent": LookupField(label=_("上级工会"), find=partial(organisation_named, post), offers=offers("")),
            "unit_kind": forms.ChoiceField(label=_("单位性质"), choices=catalogue().codes["unit-kind"].options()),
            "founded_on": DayField(label=_("批复日期"), today=today, help_text=_("建会自批复之日起算")),
            "reply_no": forms.CharField(label=_("建会批复文号"), max_length=60),
            "term_ends": DayField(label=_("第一届届满日期"), today=today, required=False, help_text=_("填写后同时登记第一届")),
        })  # fmt: skip
        for at in range(1, lines + 1):
            find = partial(record_named, register_of(EMPLOYER), post)
            label = _("覆盖单位%(number)s") % {"number": at}
            self.fields[f"employer_{at}"] = LookupField(label=label, find=find, offers=offers(EMPLOYER), required=False)
        for name, field in self.fields.items():
            field.widget.attrs["class"] = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            if isinstance(field, LookupField):
                field.widget.attrs.update({"list": f"lines-{name}", "hx-target": f"#lines-{name}", "hx-params": name})

    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The union, then its workplaces."""
        own = [self[name] for name in self.fields if not name.startswith("employer_")]
        return [(_("工会"), own), (_("覆盖单位"), [self[f"employer_{at}"] for at in range(1, self.lines + 1)])]

    def values(self) -> dict[str, Any]:
        """As `found_union` takes them."""
        given = dict(self.cleaned_data)
        named = [given.pop(f"employer_{at}") for at in range(1, self.lines + 1)]
        employers = {employer.pk: employer for employer in named if employer is not None}
        return {**given, "employers": list(employers.values())}


@needs("unions.edit")
def new_union(request: DeskRequest) -> HttpResponse:
    """Found a union; the saved one opens its record."""
    lines = request.GET.get("lines", "")
    number = min(int(lines), MOST_LINES) if lines.isascii() and lines.isdigit() and len(lines) < 4 else LINES
    form = FoundingForm(request.post, request.today, max(number, 1), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            union = found_union(**form.values(), by=request.post, at=request.now)
        except Problem as problem:
            form.add_error(None, problem.sentence(gettext))
        else:
            messages.success(request, gettext("已建会，组织、覆盖单位和届次已同时登记。"))
            return redirect("record", UNION, union.pk)
    context = {
        "register": register_of(UNION), "form": form, "heading": gettext("新建基层工会"), "row": None, "seen": "",
        "back": reverse("register", args=[UNION]), "more_lines": f"?lines={number + 5}",
    }  # fmt: skip
    return render(request, "desk/registers/form.html", context, status=422 if form.is_bound else 200)
