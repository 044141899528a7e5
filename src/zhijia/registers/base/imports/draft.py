"""One row on its way: what its cells said, what was read from them, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from zhijia.registers.base.bulk import Row
from zhijia.registers.base.imports.reasons import Remark, remark

GREEN, YELLOW, RED = "green", "yellow", "red"


@dataclass(slots=True)
class Draft:
    """`values` are model fields; `aside` what was read but is no field; `row` what will be written when it is accepted.

    `raw` are the cells as sent, in the order of `keys`; `placed` tells which organisation a line above the table gave the row.
    """

    sheet: str
    number: int
    keys: Sequence[str]
    raw: Sequence[object]
    values: dict[str, Any] = field(default_factory=dict)
    aside: dict[str, Any] = field(default_factory=dict)
    faults: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    row: Row | None = None
    placed: str = ""

    @property
    def cells(self) -> dict[str, object]:
        """The cells as sent, by column."""
        return dict(zip(self.keys, self.raw, strict=True))

    def fault(self, code: str, column: str = "", **values: object) -> None:
        """The row cannot be taken."""
        self.faults.append(remark(code, column, **values))

    def warn(self, code: str, column: str = "", **values: object) -> None:
        """The row can be taken; the office should know."""
        self.warnings.append(remark(code, column, **values))


class Judged(NamedTuple):
    """The verdict on one data row."""

    draft: Draft
    outcome: str

    @property
    def sheet(self) -> str:
        """Name of its sheet."""
        return self.draft.sheet

    @property
    def number(self) -> int:
        """Row number as the office sees it."""
        return self.draft.number

    @property
    def accepted(self) -> bool:
        """Will it be written?"""
        return self.outcome != RED

    @property
    def reasons(self) -> list[Remark]:
        """Faults before warnings."""
        return [*self.draft.faults, *self.draft.warnings]


def judged(draft: Draft) -> Judged:
    """The verdict that follows from its remarks."""
    return Judged(draft, RED if draft.faults else YELLOW if draft.warnings else GREEN)


# Puts what a cell says into the draft, or says what is wrong with it.
Reader = Callable[[Draft, object], None]
