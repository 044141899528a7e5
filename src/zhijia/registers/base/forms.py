"""The form of a register, made from its columns: for a new fact, a correction, a dated change."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.orgs.kinds import level_of
from zhijia.registers.base.fields import DayField, IdNumberField, LookupField, PhoneField, WholeField
from zhijia.registers.base.lookups import organisation_line, organisation_named, record_line, record_named
from zhijia.registers.base.register import Column, Register, register_of
from zhijia.schemes.catalogue import catalogue

PHONES = ("phone", "mobile", "contact_phone")
# Address that offers lines for what is being typed into a link; '' asks for organisations.
Offers = Callable[[str], str]


class FactForm(forms.Form):
    """Fields in the order of the descriptor; `groups` for the page."""

    def __init__(
        self,
        register: Register,
        post: Post,
        today: dt.date,
        offers: Offers,
        data: Mapping[str, Any] | None = None,
        *,
        row: Any = None,
    ) -> None:
        """A blank form for a new fact, or one filled from `row`."""
        super().__init__(data, initial=initial_of(register, post, row))
        self.register, self.row = register, row
        for column in typed_columns(register):
            self.fields[field_name(column)] = _field(register, column, post, today, offers, row)
        if row is None and not register.begins:
            self.fields["since"] = DayField(
                today=today, label=_("起始日期"), initial=today, required=True, help_text=_("从哪一天起是这样；指标按这一天计算。")
            )  # fmt: skip
        for name, field in self.fields.items():
            _dress(name, field)

    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Bound fields by the group of their column, in order of first appearance."""
        grouped: dict[str, tuple[Any, list[forms.BoundField]]] = {}
        for column in typed_columns(self.register):
            grouped.setdefault(str(column.group), (column.group, []))[1].append(self[field_name(column)])
        if "since" in self.fields:
            grouped.setdefault("", ("", []))[1].append(self["since"])
        return list(grouped.values())

    def values(self) -> dict[str, Any]:
        """Cleaned values as the actions take them: empty numbers fall back to the model's default."""
        values = {}
        for column in typed_columns(self.register):
            name = field_name(column)
            value = self.cleaned_data[name]
            if column.reveal and self.row is not None and not value:
                continue
            field = _model_field(self.register, name)
            if value is None and field is not None and not field.null:
                value = field.get_default() if field.has_default() else ""
            values[name] = value
        return values

    def first_day(self, today: dt.date) -> dt.date:
        """From when a new fact is true."""
        begun = self.cleaned_data.get(self.register.begins or "since")
        return begun or today


def typed_columns(register: Register) -> list[Column]:
    """The columns a person types."""
    return [column for column in register.columns if column.form]


def field_name(column: Column) -> str:
    """The name of the form's field and of the model's property: masked columns are typed in full."""
    return column.reveal or column.name


def initial_of(register: Register, post: Post, row: Any) -> dict[str, Any]:
    """What the form shows at first: the row's values, or for a new fact the model's defaults and the post's own union.

    Full personal numbers are never put into a page; an empty field leaves them as they are.
    """
    values: dict[str, Any] = {}
    for column in typed_columns(register):
        name = field_name(column)
        if row is None:
            values[name] = _own(post) if column.kind == "organisation" else _default(register, name)
        elif column.kind == "organisation":
            values[name] = organisation_line(row.organisation)
        elif column.kind == "link":
            other = getattr(row, column.name)
            values[name] = record_line(other) if other is not None else ""
        elif not column.reveal:
            values[name] = getattr(row, column.name)
    return values


def _own(post: Post) -> str:
    """A union's own post writes for its union; those above choose each time."""
    return organisation_line(post.organisation) if level_of(post.organisation.kind) == "union" else ""


def _default(register: Register, name: str) -> Any:
    field = _model_field(register, name)
    return field.get_default() if field is not None and field.has_default() else None


def _model_field(register: Register, name: str) -> Any:
    known = {field.name: field for field in register.model._meta.concrete_fields}
    return known.get(name)


def _field(register: Register, column: Column, post: Post, today: dt.date, offers: Offers, row: Any) -> forms.Field:
    label = register.label_of(column)
    kept = bool(column.reveal and row is not None)
    options: dict[str, Any] = {
        "label": label,
        "required": column.required and not kept,
        "help_text": _("留空表示不改") if kept else column.help,
    }
    if column.kind == "organisation":
        options["help_text"] = column.help or _("输入名称、拼音首字母或编码，从提示中选择")
        return LookupField(find=partial(organisation_named, post), offers=offers(""), **options)
    if column.kind == "link":
        other = register_of(column.register)
        return LookupField(find=partial(record_named, other, post), offers=offers(other.key), **options)
    if column.codes:
        return forms.ChoiceField(choices=[("", "—"), *catalogue().codes[column.codes].options()], **options)
    return _plain_field(register, column, today, options)


def _plain_field(register: Register, column: Column, today: dt.date, options: dict[str, Any]) -> forms.Field:
    if column.kind == "date":
        return DayField(today=today, **options)
    if column.kind == "number":
        return WholeField(**options)
    if column.kind == "flag":
        return forms.BooleanField(**{**options, "required": False})
    if column.reveal == "id_number":
        return IdNumberField(**options)
    if field_name(column) in PHONES:
        return PhoneField(**options)
    field = _model_field(register, column.name)
    longest = field.max_length if isinstance(field, models.CharField) else None
    widget = forms.Textarea(attrs={"rows": 2}) if column.kind == "long" else forms.TextInput()
    return forms.CharField(max_length=longest, widget=widget, **options)


def _dress(name: str, field: forms.Field) -> None:
    """Classes of the UI kit, and the list of offered lines that belongs to a lookup."""
    attrs = field.widget.attrs
    if isinstance(field.widget, forms.CheckboxInput):
        attrs["class"] = "form-check-input"
    else:
        attrs["class"] = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
    if isinstance(field, LookupField):
        attrs.update({"list": f"lines-{name}", "hx-target": f"#lines-{name}", "hx-params": name})
