"""Forms of the survey: a new round, a visit."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhijia.registers.base.fields import DayField, PhoneField, WholeField
from zhijia.schemes.catalogue import catalogue


def choices(codes: str) -> list[tuple[str, Any]]:
    """A code list to choose from, with an empty first line."""
    return [("", "—"), *catalogue().codes[codes].options()]


class RoundForm(forms.Form):
    """Name, days, who answers, and the committees that walk."""

    name = forms.CharField(label=_("轮次名称"), max_length=60, help_text=_("如“2014年秋季摸排”。"))
    responsible = forms.CharField(label=_("负责人"), max_length=40, required=False)
    sources = forms.CharField(
        label=_("名单来源"), max_length=80, required=False, help_text=_("如税务、社保、市场监管名单。")
    )

    def __init__(self, data: Any = None, *, today: dt.date, committees: Sequence[Any]) -> None:
        """`committees`: those the post may send out."""
        super().__init__(data)
        self.fields["starts_on"] = DayField(today=today, label=_("开始日期"), initial=today)
        self.fields["ends_on"] = DayField(today=today, label=_("结束日期"))
        self.fields["committees"] = forms.MultipleChoiceField(
            label=_("镇区和县直工会"), choices=[(str(one.pk), str(one)) for one in committees],
            widget=forms.CheckboxSelectMultiple, initial=[str(committees[0].pk)] if len(committees) == 1 else [],
        )  # fmt: skip


class VisitForm(forms.Form):
    """What is asked at a workplace; short enough for a thumb."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: dt.date, visitor: str = "") -> None:
        """`visitor` is proposed."""
        super().__init__(data, auto_id="visit-%s")
        day = DayField(today=today, label=_("走访日期"), initial=today.isoformat())
        self.fields["visited_on"] = day
        for name, label in (("employees", _("职工总数")), ("women", _("女职工数")), ("migrants", _("农民工数"))):
            self.fields[name] = WholeField(label=label, required=name == "employees")
        self._choice("operating_state", _("经营状态"), "operating-state", required=True)
        self._choice("standing", _("建会状态"), "union-standing", required=True)
        self._choice("will", _("建会意愿"), "founding-will")
        self._choice("obstacle", _("主要障碍"), "founding-obstacle")
        self._choice("suggested_form", _("建议形式"), "founding-form")
        self.fields["plan_on"] = DayField(today=today, label=_("计划建会日期"), required=False)
        self.fields["next_step"] = forms.CharField(label=_("下一步"), max_length=120, required=False)
        self.fields["contact"] = forms.CharField(label=_("接待人"), max_length=40, required=False)
        self.fields["phone"] = PhoneField(label=_("联系电话"), required=False)
        self.fields["visitor"] = forms.CharField(label=_("走访人"), max_length=40, required=False, initial=visitor)

    def values(self) -> dict[str, Any]:
        """As the action takes them."""
        told = dict(self.cleaned_data)
        for name in ("women", "migrants"):
            told[name] = told[name] or 0
        return told

    def _choice(self, name: str, label: Any, codes: str, *, required: bool = False) -> None:
        self.fields[name] = forms.ChoiceField(label=label, choices=choices(codes), required=required)
