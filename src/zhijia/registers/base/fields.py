"""Form fields that read what officers type: dates in a dozen forms, full-width numbers, whole identity numbers."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhijia.kit.cells import compact
from zhijia.kit.identity.id_number import IdReason, birth_date_of, read_id, sex_of
from zhijia.kit.identity.phone import is_phone, normalise_phone
from zhijia.kit.problem import Problem
from zhijia.kit.sheet.values import read_date, read_number

TODAY_WORDS = ("今天", "今日")
_THIS_YEAR = re.compile(r"(\d{1,2})[.\-/月](\d{1,2})日?")


class DayField(forms.Field):
    """A date: 2014-07-01, 20140701, 2014.7.1, 2014/7/1, 7.1 (this year), 今天. `today` is the reader's day."""

    def __init__(self, *, today: dt.date, **options: Any) -> None:
        """The day stands for 今天 and lends its year."""
        super().__init__(**options)
        self.today = today
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off", "placeholder": today.isoformat()})

    def to_python(self, value: Any) -> dt.date | None:
        """The day, or None for an empty field."""
        text = compact(value)
        if text in TODAY_WORDS:
            return self.today
        if short := _THIS_YEAR.fullmatch(text):
            text = f"{self.today.year}-{short[1]}-{short[2]}"
        reading = read_date(text)
        if reading.reason or (reading.value and reading.precision == "month"):
            raise ValidationError(_("“%(text)s”不是日期，请写成2014-07-01、20140701或2014.7.1。") % {"text": value})
        return reading.value


class WholeField(forms.Field):
    """A whole number not below zero, full-width digits and thousands commas allowed."""

    def __init__(self, **options: Any) -> None:
        """Phones show the number keys."""
        super().__init__(**options)
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> int | None:
        """The number, or None for an empty field."""
        reading = read_number(value)
        number = reading.value
        if reading.reason or (number is not None and (number != int(number) or not 0 <= number < 10**9)):
            raise ValidationError(_("“%(text)s”不是整数，请只填数字。") % {"text": value})
        return None if number is None else int(number)


class IdNumberField(forms.CharField):
    """An identity number, checked; an accepted one tells birth date and sex on the page."""

    def __init__(self, **options: Any) -> None:
        """Eighteen signs; browsers must not remember it."""
        super().__init__(**options)
        self.widget.attrs.update({"autocomplete": "off", "maxlength": 24, "data-id-number": ""})

    def clean(self, value: Any) -> str:
        """The 18-sign form, or '' for an empty field."""
        if not compact(value) and not self.required:
            return ""
        reading = read_id(str(value or ""))
        if reading.reason:
            raise ValidationError(_ID_FAULTS[reading.reason]())
        return reading.number


class PhoneField(forms.CharField):
    """A telephone number; blanks and dashes are dropped."""

    def __init__(self, **options: Any) -> None:
        """Phones show the number keys."""
        super().__init__(**options)
        self.widget.attrs.update({"inputmode": "tel", "autocomplete": "off", "maxlength": 40})

    def clean(self, value: Any) -> str:
        """The number alone, or '' for an empty field."""
        number = normalise_phone(super().clean(value))
        if number and not is_phone(number):
            raise ValidationError(_("“%(text)s”不像电话号码，请填11位手机号或带区号的座机号。") % {"text": value})
        return number


class LookupField(forms.CharField):
    """A link typed or picked from offered lines; `find` turns the text into the thing or raises a Problem."""

    def __init__(self, *, find: Callable[[str], Any], offers: str, **options: Any) -> None:
        """`offers` is the address that offers lines for what was typed."""
        super().__init__(**options)
        self.find = find
        self.widget.attrs.update({"autocomplete": "off", "hx-get": offers, "hx-trigger": "focus once, input changed delay:300ms"})  # fmt: skip

    def clean(self, value: Any) -> Any:
        """The thing itself, or None for an empty field."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return self.find(text)
        except Problem as problem:
            raise ValidationError(problem.sentence(_)) from problem


def id_number_in_words(number: str) -> str:
    """What an accepted number tells: birth date and sex."""
    born, sex = birth_date_of(number), sex_of(number)
    return _("出生日期%(born)s，%(sex)s") % {"born": born, "sex": _("男") if sex == "male" else _("女")}


_ID_FAULTS: dict[IdReason, Callable[[], str]] = {
    IdReason.MISSING: lambda: _("请填写身份证号。"),
    IdReason.FORMAT: lambda: _("身份证号应为18位，前17位是数字，请核对。"),
    IdReason.CHECKSUM: lambda: _("身份证号第18位校验不符，请核对。"),
    IdReason.BIRTHDATE: lambda: _("身份证号中的出生日期不存在，请核对。"),
    IdReason.PRECISION_LOST: lambda: _("身份证号被表格软件改成了科学计数，末几位已丢失，请照证件重新填写。"),
}
