"""Walking the chain (核账): every altered line or row by its number, the first one first."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.ledger.rules import GENESIS, Value, canonical, digest_of, digests_of, line_hash
from zhijia.ledger.stored import Classes, kinds, lines_with_rows, strays

MISSING = gettext_noop("第%(number)s行不见了。")
LINE = gettext_noop("第%(number)s行（%(kind)s%(record)s）：账行本身被改动。")
ROW = gettext_noop("第%(number)s行：%(kind)s%(record)s的%(classes)s被改动。")
GONE = gettext_noop("第%(number)s行：%(kind)s%(record)s不见了。")
REWRITTEN = gettext_noop("第%(number)s行被整行重写：后一行记下的校验值与它不符。")
STRAY = gettext_noop("%(kind)s%(record)s没有账行，不是由系统记入的。")
CLASSES: Mapping[str, str] = {
    "who": gettext_noop("人员"), "account": gettext_noop("账户"), "what": gettext_noop("事项"),
    "money": gettext_noop("金额"), "when": gettext_noop("日期"), "why": gettext_noop("依据与原因"),
    "keys": gettext_noop("检索字段"),
}  # fmt: skip


@dataclass(frozen=True)
class Altered:
    """What is wrong, and the number of the line (None for a row without one)."""

    number: int | None
    problem: Problem


def altered() -> Iterator[Altered]:
    """Every fault of the chain in order: lines and rows first, then rows without a line."""
    expected, previous = 1, GENESIS
    before: int | None = None
    for line, row in lines_with_rows():
        number = line["number"]
        if (_whole(number) or 0) > expected:  # A number put back to an earlier one is told by the hash.
            yield Altered(expected, Problem(MISSING, number=expected))
            previous = str(line["previous"])
        sound = line_hash(line) == line["hash"]
        if not sound:
            yield Altered(_whole(number), Problem(LINE, **_named(line)))
        elif line["previous"] != previous:
            yield Altered(before, Problem(REWRITTEN, number=before or expected))
        yield from _row_faults(line, row)
        before, previous, expected = _whole(number), str(line["hash"]), max(expected, (_whole(number) or 0) + 1)
    for kind, record, _ in strays():
        yield Altered(None, Problem(STRAY, kind=kinds()[kind]._meta.verbose_name, record=record))


def _row_faults(line: Mapping[str, Value], row: Classes | None) -> Iterator[Altered]:
    number = _whole(line["number"])
    if row is None:
        yield Altered(number, Problem(GONE, **_named(line)))
    elif digests_of(row) != line["digests"]:
        names = "、".join(CLASSES[name] for name in _touched(str(line["digests"]), row))
        yield Altered(number, Problem(ROW, classes=names or "—", **_named(line)))


def _touched(told: str, row: Classes) -> list[str]:
    """The classes whose digest is not what the line says."""
    try:
        digests: Any = json.loads(told)
    except ValueError:
        return list(row)
    if not isinstance(digests, dict):
        return list(row)
    return [name for name, values in row.items() if digests.get(name) != digest_of(canonical(values))]


def _named(line: Mapping[str, Value]) -> dict[str, object]:
    model = kinds().get(str(line["kind"]))
    return {"number": line["number"], "kind": model._meta.verbose_name if model else line["kind"],
            "record": line["record"]}  # fmt: skip


def _whole(number: Value) -> int | None:
    return number if isinstance(number, int) else None
