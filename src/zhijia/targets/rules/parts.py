"""How a county number is divided over its units, and how a target's number is written."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from zhijia.kit.bad_input import BadInput
from zhijia.kit.money import apportion
from zhijia.kit.problem import gettext_noop

NOT_WHOLE = gettext_noop("目标值%(value)s不是整数，不能按数量分解；比率类指标请用“各单位同一目标值”。")
SUM_DIFFERS = gettext_noop("各单位合计%(sum)s，与总目标%(total)s相差%(difference)s，请调整后再保存。")
NEGATIVE_PART = gettext_noop("分解值不能为负数，请核对“%(unit)s”。")


def split_down(total: Decimal, keys: Sequence[int | Fraction]) -> list[Decimal]:
    """Whole parts that sum to the whole, by largest remainder (ties: larger key, then the order given).

    BadInput for a total that is no whole number, for negative keys, and when all keys are zero.
    """
    if total != total.to_integral_value():
        raise BadInput("not_whole", NOT_WHOLE, value=plain_number(total))
    return [Decimal(part) for part in apportion(int(total), keys)]


def check_sum(total: Decimal, parts: Mapping[str, Decimal]) -> None:
    """BadInput when the parts (by unit name) do not sum to the whole, saying the difference, or one is negative."""
    for unit, part in parts.items():
        if part < 0:
            raise BadInput("negative_part", NEGATIVE_PART, unit=unit)
    added = sum(parts.values(), Decimal(0))
    if added != total:
        raise BadInput(
            "sum_differs",
            SUM_DIFFERS,
            sum=plain_number(added),
            total=plain_number(total),
            difference=plain_number(abs(total - added)),
        )


def plain_number(value: Decimal) -> str:
    """1835, 98.5: without trailing zeros and without exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
