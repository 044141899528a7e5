"""Numbers of invented persons and workplaces: every check digit fits, no number belongs to anybody.

The division 320999 was never given out, credit codes carry a body no office issues, telephones begin with 100.
"""

import datetime as dt
from collections import Counter
from random import Random

from zhijia.kit.identity.credit_code import make_credit_code
from zhijia.kit.identity.id_number import LAST_SEQ, Sex, make_id
from zhijia.kit.identity.phone import make_phone
from zhijia.project.demo.dice import day_between
from zhijia.project.demo.places import DIVISION

NOWHERE = "320999"
OLDEST, YOUNGEST = dt.date(1956, 1, 1), dt.date(1996, 1, 1)
GROWN_UP = dt.timedelta(days=18 * 365 + 5)


class Numbers:
    """Gives every number once."""

    def __init__(self) -> None:
        """Nothing given yet."""
        self._of_day: Counter[tuple[dt.date, bool]] = Counter()
        self._phones = 0
        self._codes = 0

    def identity(self, rng: Random, woman: bool, joined: dt.date) -> str:
        """An id number of a person grown up when joining."""
        while True:
            born = day_between(rng, OLDEST, min(YOUNGEST, joined - GROWN_UP))
            place = self._of_day[born, woman]
            if place <= LAST_SEQ:
                self._of_day[born, woman] += 1
                return make_id(NOWHERE, born, place, Sex.FEMALE if woman else Sex.MALE)

    def phone(self) -> str:
        """The next telephone number."""
        self._phones += 1
        return make_phone(self._phones)

    def credit_code(self, *, union: bool) -> str:
        """The next credit code of a workplace or of a union."""
        self._codes += 1
        authority, body = ("8", "XX") if union else ("9", "XY")
        return make_credit_code(authority, "1", DIVISION, f"{body}{self._codes:06d}")
