"""Values typed into the small forms of orders: numbers and days, each refused in one sentence."""

import datetime as dt
from decimal import Decimal, InvalidOperation

from zhijia.kit.cells import compact
from zhijia.kit.problem import Problem, gettext_noop

BAD_NUMBER = gettext_noop("“%(field)s”应为数字，现为“%(text)s”，请改正后再保存。")
BAD_DAY = gettext_noop("“%(field)s”应为日期，如 2014-09-30，现为“%(text)s”。")
LARGEST = Decimal(10) ** 14


def number_of(text: str, field: str) -> Decimal | None:
    """A number with two places at most; None for an empty field."""
    plain = compact(text).replace(",", "")
    if not plain:
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise Problem(BAD_NUMBER, field=field, text=text[:20]) from None
    if not number.is_finite() or abs(number) > LARGEST or number != number.quantize(Decimal("0.01")):
        raise Problem(BAD_NUMBER, field=field, text=text[:20])
    return number


def day_of(text: str, field: str) -> dt.date | None:
    """A day; None for an empty field."""
    plain = compact(text)
    if not plain:
        return None
    try:
        return dt.date.fromisoformat(plain.replace("/", "-").replace(".", "-"))
    except ValueError:
        raise Problem(BAD_DAY, field=field, text=text[:20]) from None
