"""How personal numbers are shown to those who need not know them: enough to recognise, too little to use."""

from __future__ import annotations

LEAST_HIDDEN = 4


def mask_tail(text: str, head: int, tail: int) -> str:
    """Keep `head` signs in front and `tail` at the end; a text too short to hide anything is hidden whole."""
    hidden = len(text) - head - tail
    if hidden < LEAST_HIDDEN:
        return "*" * len(text)
    return text[:head] + "*" * hidden + text[len(text) - tail :]


def mask_id(number: str) -> str:
    """'320***********0012': the birth date stays hidden, so three signs in front and four at the end."""
    return mask_tail(number, 3, 4)


def mask_phone(number: str) -> str:
    """'138****0001' for mobile numbers; landlines keep their last two digits."""
    return mask_tail(number, 3, 4) if len(number) == 11 and number.isdigit() else mask_tail(number, 0, 2)


def mask_name(name: str) -> str:
    """'王*', '王*明': the first sign stays, the last of three or more stays, the rest is hidden."""
    if len(name) < 2:
        return name
    tail = name[-1] if len(name) > 2 else ""
    return name[0] + "*" * (len(name) - 1 - len(tail)) + tail
