"""Roots (校验值): the hash of the last line of a day, printed on circulars, and days that say something else now."""

import datetime as dt
from collections.abc import Iterator, Mapping

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.ledger.rules import printed_root
from zhijia.ledger.stored import last_line
from zhijia.ledger.verifying import Altered

ROOT = gettext_noop("%(day)s的校验值与公布的“%(told)s”不符：这一天或更早的账被改动过，或账尾被截去。")
SHORTEST = 16


def told_otherwise(roots: Mapping[dt.date, str]) -> Iterator[Altered]:
    """Days whose printed root is not what the chain says now."""
    for day, told in sorted(roots.items()):
        whole = "".join(told.lower().split())
        number, now = last_line(day)
        if len(whole) < SHORTEST or not now.startswith(whole):
            yield Altered(number or None, Problem(ROOT, day=day, told=told))


def root_of(day: dt.date) -> tuple[int, str]:
    """(number, printed root) of a day; (0, '') while the ledger is empty."""
    number, told = last_line(day)
    return (number, printed_root(told)) if number else (0, "")
