"""Judging a sheet row by row: the same for a look at it, a dry run and the real one."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.sheet.heads import NOWHERE
from zhijia.kit.sheet.limits import DEFAULT, Limits
from zhijia.kit.sheet.opening import Opened
from zhijia.kit.sheet.tables import SheetRow, Table, read_tables
from zhijia.orgs.models import Organisation
from zhijia.registers.base.bulk import ROWS_PER_BATCH, row_of, swift_of
from zhijia.registers.base.imports.cells import is_blank
from zhijia.registers.base.imports.column_readers import column_reader
from zhijia.registers.base.imports.draft import Draft, Judged, Reader, judged
from zhijia.registers.base.imports.duplicates import Duplicates
from zhijia.registers.base.imports.quick import Quick
from zhijia.registers.base.imports.run import Run, TableSeen
from zhijia.registers.base.imports.wanted import mapped

LACKS = gettext_noop("表中没有“%(register)s”的必填栏目：%(labels)s。请确认选对了台账和表格，或改正表头后再试。")
SERIAL_WORDS = ("序号",)
EMPTY = gettext_noop("表中只有表头，没有可以导入的行。请核对文件。")


def judge(run: Run, file: Path | Opened, limits: Limits = DEFAULT) -> Iterator[Judged]:
    """The verdict on every data row, in order, ROWS_PER_BATCH at a time; `run.tables` fills on the way.

    Raises FileRefused before anything is read and BadInput `no_head` when no sheet has the register's head.
    """
    duplicates = Duplicates(run.register, run.importing)
    for table in read_tables(file, mapped(run.wanted, run.plan.mapping), limits):
        reading = _Reading(run, table)
        run.tables.append(reading.seen)
        if table.missing:
            continue
        while drafts := [reading.draft(row) for row in islice(table.rows, ROWS_PER_BATCH)]:
            reading.seen.rows += len(drafts)
            duplicates.mark(drafts)
            yield from map(judged, drafts)
        reading.seen.skipped = dict(table.skipped)


def insist_on_columns(run: Run) -> None:
    """BadInput when no sheet has all required columns, or none has a row; called when a run is over."""
    if all(seen.missing for seen in run.tables):
        labels = "、".join(dict.fromkeys(label for seen in run.tables for label in seen.missing))
        raise BadInput("no_head", LACKS, register=run.register.label, labels=labels)
    if not any(seen.rows for seen in run.tables):
        raise BadInput("no_rows", EMPTY)


class _Reading:
    """One table: which readers its columns need, and which organisation its titles lend to rows without one."""

    def __init__(self, run: Run, table: Table) -> None:
        self.run, self.sheet = run, table.sheet
        self.readers: list[tuple[int, Reader]] = []
        swift = swift_of(run.register.key)
        self.quick = Quick(run, swift) if swift and not run.plan.patches else None
        self.place_at = NOWHERE
        for at, (wanted, place) in enumerate(zip(run.wanted, table.head.places, strict=True)):
            if wanted.column is not None and wanted.column.kind == "organisation":
                self.place_at = at
            elif place != NOWHERE and not table.missing:
                reader = column_reader(run, wanted)
                self.readers.append((at, reader.read))
                if self.quick:
                    column = wanted.column
                    aside = column is None or column.name in run.importing.aside
                    self.quick.add(at, reader, column.reveal if column else "", aside=aside)
        self.keys = [wanted.key for wanted in run.wanted]
        self.order = {key: at for at, key in enumerate(self.keys)}
        self.labels = {wanted.key: wanted.sheet.label for wanted in run.wanted}
        self.titled = self._titled(table) if self.place_at != NOWHERE else None
        self.lent, self.section, self.elsewhere = self.titled, "", ""
        self.placed: dict[object, Organisation] = {}
        head = table.head
        self.seen = TableSeen(
            sheet=table.sheet, titles=list(table.titles[:4]), unknown=[word for word in head.unknown if word not in SERIAL_WORDS][:40],
            head_rows=str(head.first_row) if head.first_row == head.last_row else f"{head.first_row}–{head.last_row}",
            found={key: place != NOWHERE for key, place in zip(self.keys, head.places, strict=True)},
            missing=[self.labels[column.key] for column in table.missing],
            placed=self.titled.name if self.titled else "",
        )  # fmt: skip

    def _titled(self, table: Table) -> Organisation | None:
        """What the lines above the head say, the nearest first, else the name of the sheet."""
        for line in (*reversed(table.titles), table.sheet):
            node = self.run.places.in_line(line)
            if node is not None:
                return node
        return None

    def draft(self, row: SheetRow) -> Draft:
        """Read one row."""
        if self.quick and not row.hidden:
            node, lent = self._met(row)
            draft = self.quick.draft(self.sheet, row.number, self.keys, row.cells, node) if node else None
            if draft is not None:
                draft.placed = lent
                return draft
        return self._closely(row)

    def _met(self, row: SheetRow) -> tuple[Organisation | None, str]:
        """Whose the row is, if that was found out before: by its own cell or by a line above, whose name is told."""
        cell = row.cells[self.place_at] if self.place_at != NOWHERE else None
        if type(cell) is not str:
            return None, ""
        if cell or row.section != self.section or self.lent is None:
            return self.placed.get(cell), ""
        return self.lent, self.lent.name

    def _closely(self, row: SheetRow) -> Draft:
        """Cell by cell, with every remark."""
        run, cells = self.run, row.cells
        patch = run.plan.patches.get(f"{self.sheet}!{row.number}") if run.plan.patches else None
        if patch:
            cells = tuple(patch.get(key, cell) for key, cell in zip(self.keys, cells, strict=True))
        draft = Draft(self.sheet, row.number, self.keys, cells)
        for at, read in self.readers:
            read(draft, cells[at])
        if self.place_at != NOWHERE:
            self._settle(draft, cells[self.place_at], row.section)
        elif "organisation" not in draft.values:
            linked = run.linked(draft.values)
            if linked is not None:
                draft.values["organisation"] = linked
        if row.hidden:
            draft.warn("hidden_row")
        run.importing.finish(run, draft)
        if len(draft.faults) > 1:
            draft.faults.sort(key=lambda fault: self.order.get(fault.column, len(self.order)))
        if not draft.faults and run.importing.makes_fact(draft):
            self._row(draft)
        return draft

    def _settle(self, draft: Draft, cell: object, section: str) -> None:
        """Whose the row is. What a cell said once it says again."""
        node = self.placed.get(cell) if type(cell) is str else None
        if node is None:
            lent = self._lent(section)
            if lent is None and self.elsewhere and is_blank(cell):
                draft.fault("unknown_union", "organisation", text=self.elsewhere)
                return
            node = self.run.settle_place(draft, cell, lent)
            if node is not None and type(cell) is str and not is_blank(cell):
                self.placed[cell] = node
        if node is not None:
            draft.values["organisation"] = node

    def _lent(self, section: str) -> Organisation | None:
        """The organisation that the last line above the row speaks of. A line that names nobody known ends the last."""
        if section != self.section:
            self.section = section
            node = self.run.places.in_line(section)
            if node is not None or self.run.places.is_elsewhere(section):
                self.lent, self.elsewhere = node, "" if node is not None else section
        return self.lent

    def _row(self, draft: Draft) -> None:
        """The unsaved row, checked by the model's own rules."""
        run = self.run
        begun = draft.values.get(run.register.begins) if run.register.begins else None
        try:
            values = {**draft.values, "since": begun or run.on}
            draft.row = row_of(run.register, values, by=run.post, at=run.at, batch=run.batch)
        except Problem as problem:
            draft.fault("not_accepted", "", fault=problem)
