"""One run over one file: who imports what, for whom, on which day, with which corrections by hand."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from zhijia.accounts.models import Post
from zhijia.orgs.models import Organisation
from zhijia.registers.base.imports.cells import is_blank, shown
from zhijia.registers.base.imports.draft import Draft, Reader
from zhijia.registers.base.imports.importing import Importing, importing_of
from zhijia.registers.base.imports.links import Links
from zhijia.registers.base.imports.places import Places
from zhijia.registers.base.imports.wanted import Wanted
from zhijia.registers.base.register import Register, register_of

Patches = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Plan:
    """What a person corrected before the import: cells by 'sheet!row', headings by column, units by what was written."""

    patches: Patches = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


@dataclass
class TableSeen:
    """What was understood of one sheet, for the page."""

    sheet: str
    titles: list[str]
    head_rows: str
    found: dict[str, bool]
    unknown: list[str]
    missing: list[str]
    placed: str = ""
    rows: int = 0
    skipped: dict[str, int] = field(default_factory=dict)


class Run:
    """Everything the judgement of a row needs, loaded once: a few queries whatever the size of the file."""

    def __init__(
        self,
        register: Register,
        *,
        post: Post | None,
        at: dt.datetime,
        default: Organisation | None = None,
        plan: Plan | None = None,
        batch: int | None = None,
    ) -> None:
        """`default` is where rows without a unit belong; `post` None acts for the whole county (the command)."""
        self.register, self.post, self.at, self.on = register, post, at, at.date()
        self.default, self.plan, self.batch = default, plan or Plan(), batch
        self.importing: Importing = importing_of(register)
        self.wanted = self.importing.wanted(register)
        self.top = post.path if post is not None else ""
        nodes = Organisation.objects.filter(valid_until__isnull=True)
        self.places = Places(nodes, self.top, self.importing.levels)
        self.tables: list[TableSeen] = []
        self.made: list[int] = []
        self._links: dict[str, Links] = {}
        self.importing.more_names(self)

    def links(self, key: str) -> Links:
        """The records of another register, loaded at first need."""
        if key not in self._links:
            self._links[key] = Links(register_of(key), self.top)
        return self._links[key]

    def link_reader(self, wanted: Wanted) -> Reader:
        """The reader of a column that names a record of another register."""
        column = wanted.column
        assert column is not None
        links, key, name = self.links(column.register), wanted.key, column.name
        label = str(register_of(column.register).label)

        def read(draft: Draft, cell: object) -> None:
            row, why = links.find(cell)
            if row is not None:
                draft.values[name] = row
            elif why == "outside":
                draft.fault("out_of_scope", key, text=shown(cell))
            else:
                code = "several_links" if why == "several" else "unknown_link"
                draft.fault(code, key, label=label, text=shown(cell))

        return read

    def settle_place(self, draft: Draft, cell: object, lent: Organisation | None) -> Organisation | None:
        """The organisation of a row: its own cell, else what a line above lends, else where its link stands."""
        text = "" if is_blank(cell) else shown(cell).strip()
        if not text:
            node = lent or self.linked(draft.values) or self.default
            if node is None:
                draft.fault("no_union", "organisation")
            draft.placed = node.name if node is not None and lent is not None else ""
            return node
        node, why = self.places.find(self.plan.units.get(text, text))
        if node is None and why == "outside":
            draft.fault("out_of_scope", "organisation", text=text)
        elif node is None:
            draft.fault("several_unions" if why == "several" else "unknown_union", "organisation", text=text)
        return node

    def linked(self, values: Mapping[str, Any]) -> Organisation | None:
        """Where the record stands that the row points to."""
        return next((value.organisation for value in values.values() if hasattr(value, "organisation_id")), None)
