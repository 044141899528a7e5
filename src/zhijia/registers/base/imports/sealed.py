"""The sealed texts of a batch: corrections by hand, and the rows that need a look. Both may name persons."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from zhijia.kit.identity.masks import mask_tail
from zhijia.registers.base.imports.batches import ImportBatch
from zhijia.registers.base.imports.cells import is_blank, shown
from zhijia.registers.base.imports.draft import Judged
from zhijia.registers.base.imports.run import Plan, Run
from zhijia.registers.base.sealing import keyring

PLAN, ROWS = "import.plan", "import.rows"
LONGEST_CELL = 200


@dataclass(frozen=True)
class ShownRow:
    """A yellow or red row as the page shows it. `cells` masked where personal, unless the fault is in that cell."""

    sheet: str
    number: int
    outcome: str
    reasons: list[tuple[str, str, str]]
    cells: dict[str, str]

    @property
    def address(self) -> str:
        """Its key in the corrections."""
        return f"{self.sheet}!{self.number}"

    @property
    def faulty(self) -> set[str]:
        """Columns with a remark."""
        return {column for _, column, _ in self.reasons if column}


def shown_row(run: Run, row: Judged) -> ShownRow:
    """A judged row for the page; sentences are kept in Chinese, as the office writes."""
    reasons = [(each.code, each.column, each.problem.sentence()) for each in row.reasons]
    faulty = {column for _, column, _ in reasons}
    cells = {}
    for wanted in run.wanted:
        text = shown(row.draft.cells.get(wanted.key))[:LONGEST_CELL]
        private = wanted.column is not None and wanted.column.kind == "masked"
        cells[wanted.key] = mask_tail(text, 3, 4) if private and wanted.key not in faulty else text
    if row.draft.placed and is_blank(cells.get("organisation")):
        cells["organisation"] = row.draft.placed
    return ShownRow(row.sheet, row.number, row.outcome, reasons, cells)


def put_rows(batch: ImportBatch, rows: list[ShownRow]) -> None:
    """Seal the rows into the batch (not saved here)."""
    batch.rows_sealed = _sealed(batch, [asdict(row) for row in rows], ROWS)


def rows_in(batch: ImportBatch) -> list[ShownRow]:
    """The rows that need a look."""
    found = []
    for kept in _opened(batch.rows_sealed, batch, ROWS) or []:
        reasons = [(code, column, sentence) for code, column, sentence in kept["reasons"]]
        found.append(ShownRow(**{**kept, "reasons": reasons}))
    return found


def put_plan(batch: ImportBatch, plan: Plan) -> None:
    """Seal the corrections into the batch (not saved here)."""
    batch.plan_sealed = _sealed(batch, asdict(plan), PLAN)


def plan_in(batch: ImportBatch) -> Plan:
    """The corrections made so far."""
    return Plan(**(_opened(batch.plan_sealed, batch, PLAN) or {}))


def _sealed(batch: ImportBatch, content: Any, context: str) -> str:
    return keyring().seal(json.dumps(content, ensure_ascii=False), f"{context}.{batch.pk}")


def _opened(sealed: str, batch: ImportBatch, context: str) -> Any:
    return json.loads(keyring().open_(sealed, f"{context}.{batch.pk}")) if sealed else None
