"""What of a fact may stand in a public notice, by where it hangs: on the unit's own board, or on the open web.

Assistance handbook 5.3. Telephones, addresses, accounts, income lines, disability and photographs are on neither, and
an identity number never; there is no kind for them, so nothing can publish them.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from zhijia.kit.identity.masks import mask_name

BOARD, WEB = "board", "web"
ILLNESS = "因病"
UNIT_LABEL = "单位"
NAME_LABEL = "申请人"
STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


def masked(kind: str, value: str, place: str) -> str:
    """A value of one kind as it may stand there; KeyError for a kind that is never published."""
    return _MASKS[kind](value, place)


def unit_words(name: str, town: str, size: int, small: int, place: str) -> str:
    """The unit; on the web only its town when so few work there that a name would point at somebody."""
    return town if place == WEB and size < small else name


def band(amount: Decimal) -> str:
    """1000—2000元: an amount as a band of the series 1, 2, 5."""
    if amount <= 0:
        return "0元"
    power = Decimal(10) ** (len(str(int(amount))) - 1)
    for low, high in ((STEPS[0], STEPS[1]), (STEPS[1], STEPS[2]), (STEPS[2], STEPS[3])):
        if amount < high * power:
            return f"{int(low * power)}—{int(high * power)}元"
    return f"{int(power * 10)}元以上"


def _names(value: str, place: str) -> str:
    return value if place == BOARD else "、".join(mask_name(name) for name in value.split("、"))


_MASKS: Mapping[str, Callable[[str, str], str]] = {
    "plain": lambda value, place: value,
    "name": _names,
    "illness": lambda value, place: ILLNESS,
    "child": lambda value, place: f"子女1人（{value}）",
    "amount": lambda value, place: f"{value}元" if place == BOARD else band(Decimal(value)),
}
