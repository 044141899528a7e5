"""One-time codes for members: how long one lives, how often one may be asked for and tried. No database, no clock.

These are the measures of a lock, not of law, and stand here so that nobody loosens them on a page.
"""

import datetime as dt
import random

from zhijia.kit.identity.phone import is_phone, normalise_phone
from zhijia.kit.problem import Problem, gettext_noop

DIGITS = 6
LIFE = dt.timedelta(minutes=5)
TRIES = 5
HOUR = dt.timedelta(hours=1)
A_NUMBER_AN_HOUR, AN_ADDRESS_AN_HOUR = 5, 30
MOBILE_DIGITS = 11
BAD_MOBILE = gettext_noop("手机号码应为11位数字，请核对后再填。")


def checked_mobile(typed: str) -> str:
    """The eleven digits; Problem for anything else."""
    number = normalise_phone(typed)
    if not (is_phone(number) and len(number) == MOBILE_DIGITS and number.startswith("1")):
        raise Problem(BAD_MOBILE)
    return number


def new_code(rng: random.Random) -> str:
    """Six digits by the chance handed in."""
    return f"{rng.randrange(10**DIGITS):0{DIGITS}d}"
