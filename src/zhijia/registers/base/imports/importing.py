"""What is special about importing one register; most registers need nothing beyond this class."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.db.models import Q

from zhijia.accounts.models import Post
from zhijia.registers.base.bulk import write_rows
from zhijia.registers.base.imports.draft import Draft
from zhijia.registers.base.imports.wanted import Wanted, wanted_of
from zhijia.registers.base.inserting import Columns
from zhijia.registers.base.register import Register

if TYPE_CHECKING:
    from zhijia.registers.base.imports.run import Run


class Importing:
    """levels: where rows may belong (() anywhere). identities: columns that tell one thing from another.

    past: date columns that may not lie ahead. aside: columns read but not stored as they stand.
    derived: columns not offered in the template, since they follow from others. aliases: further headings.
    short: the word by which the command knows the register.
    """

    short: str = ""
    levels: Sequence[str] = ()
    identities: Sequence[Sequence[str]] | None = None
    past: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    derived: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    aliases: Mapping[str, Sequence[str]] = {}
    held: Q = Q()
    notes: Sequence[str] = ()

    def wanted(self, register: Register) -> list[Wanted]:
        """The columns of a sheet. An organisation may stand in a line above instead, so it is never required."""
        return [
            wanted_of(
                register, column, self.aliases.get(column.name, ()),
                required=column.required and column.kind != "organisation" and column.name not in self.optional,
            )
            for column in register.columns
            if column.sheet
        ]  # fmt: skip

    def keys(self, register: Register) -> Sequence[Sequence[str]]:
        """The identities to be looked for in file and register."""
        return self.identities if self.identities is not None else [register.identity] if register.identity else []

    def is_held(self, columns: Columns) -> bool:
        """Does the identity of this row have to be free?"""
        return True

    def more_names(self, run: "Run") -> None:
        """Tell `run.places` further names by which rows may call an organisation."""

    def finish(self, run: "Run", draft: Draft) -> None:
        """Look at the row as a whole, after its cells and organisation were read."""

    def write(self, run: "Run", drafts: Iterable[Draft], written: Callable[[int], None]) -> None:
        """Write the accepted rows; `written` is told of the rows since it was last called."""
        rows = (draft.row for draft in drafts if draft.row is not None)
        write_rows(run.register, rows, by=run.post, at=run.at, written=lambda part: written(len(part)))

    def makes_fact(self, draft: Draft) -> bool:
        """Does the row become a fact of the register?"""
        return True

    def undo_more(self, made: Sequence[int], by: Post | None, at: dt.datetime) -> list[str]:
        """Take back what `write` noted in `run.made`; returns the names of what could not be."""
        return []


_IMPORTINGS: dict[str, Importing] = {}


def govern(key: str, importing: Importing) -> None:
    """Say how a register is imported; called when its app is ready."""
    _IMPORTINGS[key] = importing


def importing_of(register: Register) -> Importing:
    """What was said about the register, or the plain way."""
    return _IMPORTINGS.get(register.key) or Importing()


def register_key(word: str) -> str:
    """The full key of a register for the short word of the command (members -> organising.member)."""
    return next((key for key, importing in _IMPORTINGS.items() if importing.short == word), word)
