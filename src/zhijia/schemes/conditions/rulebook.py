"""Everything a condition is read with: the facts there are, the named conditions, the numbers and the day of the case."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from zhijia.kit.period import add_months
from zhijia.schemes.conditions.facts import Fact
from zhijia.schemes.conditions.grammar import Amount, Named


@dataclass(frozen=True)
class Rulebook:
    """`numbers`: value of each parameter in force on `on`, the day of application; `titles`: what they are called, with unit."""

    facts: Mapping[str, Fact]
    named: Mapping[str, Named]
    numbers: Mapping[str, Decimal]
    titles: Mapping[str, tuple[str, str]]
    on: dt.date

    def number(self, word: Decimal | str) -> Decimal:
        """A number as written, or the value of a parameter."""
        return self.numbers[word] if isinstance(word, str) else word

    def factor(self, amount: Amount) -> Fraction:
        """The part of an amount that no fact enters: number or parameter, times, per cent."""
        base = amount.number if amount.number is not None else Decimal(1)
        if amount.parameter:
            base = self.numbers[amount.parameter]
        found = Fraction(base) * Fraction(self.number(amount.percent)) / 100
        for word in amount.times:
            found *= Fraction(self.number(word))
        return found

    def day(self, amount: Amount) -> dt.date | None:
        """The day an amount names, None when it is a quantity."""
        if amount.months_ago:
            months = amount.months_ago
            back = int(self.numbers[months]) if isinstance(months, str) else months
            return add_months(self.on, -back)
        return amount.day
