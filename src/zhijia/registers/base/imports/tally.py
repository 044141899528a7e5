"""Counting a run: rows by light, faults and warnings by code. Nothing in it names a person."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from zhijia.registers.base.imports.draft import GREEN, RED, YELLOW, Judged


@dataclass
class Tally:
    """A row sent back counts once, under the first of its faults; a row may carry several warnings."""

    lights: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)

    def counting(self, rows: Iterator[Judged]) -> Iterator[Judged]:
        """The rows, counted as they go by."""
        for row in rows:
            self.lights[row.outcome] += 1
            if row.outcome == RED:
                self.rejected[row.draft.faults[0].counted_as] += 1
            elif row.outcome == YELLOW:
                self.warnings.update(remark.counted_as for remark in row.draft.warnings)
            yield row

    @property
    def accepted(self) -> int:
        """Rows that are, or would be, written."""
        return self.lights[GREEN] + self.lights[YELLOW]

    @property
    def total(self) -> int:
        """All data rows."""
        return self.lights.total()

    def as_json(self) -> dict[str, Any]:
        """For the batch and the command."""
        return {
            "rows_total": self.total, "accepted": self.accepted, "rejected": dict(sorted(self.rejected.items())),
            "warnings": dict(sorted(self.warnings.items())), **{light: self.lights[light] for light in (GREEN, YELLOW, RED)},
        }  # fmt: skip
