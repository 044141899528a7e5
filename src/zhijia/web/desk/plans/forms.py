"""Forms of the plan reader: a new text, the values of a clause."""

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhijia.kit.cells import compact
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said
from zhijia.targets.actions import ClauseValues
from zhijia.targets.queries.plans import KINDS, LEVELS
from zhijia.web.desk.words import COMPARATORS

LARGEST = Decimal(10) ** 14
DAY_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d"]


class NumberField(forms.CharField):
    """A number as officers type it: full-width digits and thousands separators are understood."""

    def clean(self, value: Any) -> Any:
        """Decimal with two places at most, or None when left empty."""
        text = compact(super().clean(value)).replace(",", "")
        if not text:
            return None
        try:
            number = Decimal(text)
        except InvalidOperation:
            raise ValidationError(_("请填写数字，如 8 或 98.5。")) from None
        if not number.is_finite() or abs(number) > LARGEST or number != number.quantize(Decimal("0.01")):
            raise ValidationError(_("数字过大或小数超过两位，请核对。"))
        return number


class PlanForm(forms.Form):
    """A text pasted or a file chosen, the year it plans and its name."""

    title = forms.CharField(label=_("标题"), max_length=120)
    year = forms.CharField(label=_("计划年度"), max_length=6)
    kind = forms.ChoiceField(label=_("类型"), choices=KINDS)
    text = forms.CharField(
        label=_("正文"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("把讲话或计划的正文粘贴到这里，或在下面选择文件。"),
    )  # fmt: skip
    file = forms.FileField(
        label=_("文件"), required=False, allow_empty_file=True, help_text=_("支持 .txt 和 .docx。"),
        widget=forms.FileInput(attrs={"accept": ".txt,.docx"}),
    )  # fmt: skip

    def clean_year(self) -> int:
        """A whole number; whether it can be planned for is the action's to say."""
        text = compact(self.cleaned_data["year"])
        if not (text.isascii() and text.isdigit()):
            raise ValidationError(_("请填写四位年份，如 2014。"))
        return int(text)


class ClauseForm(forms.Form):
    """What a clause promises, as the officer leaves it."""

    value = NumberField(label=_("目标值"), required=False)
    value_max = NumberField(label=_("上限"), required=False)
    unit = forms.CharField(label=_("单位"), max_length=8, required=False)
    comparator = forms.ChoiceField(label=_("比较"), choices=list(COMPARATORS.items()))
    due = forms.DateField(
        label=_("完成时限"), required=False, input_formats=DAY_FORMATS,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip
    level = forms.ChoiceField(label=_("层级"), choices=LEVELS)
    indicator = forms.ChoiceField(label=_("指标"), required=False)
    subject = forms.CharField(label=_("事项"), max_length=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Indicators by theme, as the catalogue has them today."""
        super().__init__(*args, **kwargs)
        themes: dict[str, list[tuple[str, str]]] = {}
        for key, indicator in catalogue().indicators.items():
            unit = "%" if indicator.unit == "percent" else said(indicator.unit)
            themes.setdefault(said(indicator.theme), []).append((key, f"{said(indicator.title)}（{unit}）"))
        choices: list[Any] = [("", _("请选择指标")), *themes.items()]
        self.fields["indicator"].choices = choices  # type: ignore[attr-defined]

    def values(self) -> ClauseValues:
        """The cleaned values; a percentage sign of any width is one."""
        data = self.cleaned_data
        unit = data["unit"].strip().replace("％", "%")
        due: dt.date | None = data["due"]
        return ClauseValues(
            value=data["value"], value_max=data["value_max"], unit=unit, comparator=data["comparator"], due=due,
            subject=data["subject"], indicator=data["indicator"], level=data["level"],
        )  # fmt: skip
