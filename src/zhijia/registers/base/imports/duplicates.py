"""Things named twice: in the file, where the first occurrence wins, and against the register; few queries."""

from collections.abc import Sequence
from typing import Any

from zhijia.registers.base.imports.draft import Draft
from zhijia.registers.base.imports.importing import Importing
from zhijia.registers.base.models import LIVING
from zhijia.registers.base.register import Register


class Duplicates:
    """Remembers the identities of a file as hashes, so that a million rows stay small."""

    def __init__(self, register: Register, importing: Importing) -> None:
        """Nothing seen yet."""
        self.register, self.importing = register, importing
        self.keys = [tuple(names) for names in importing.keys(register)]
        self._seen: list[dict[int, tuple[str, int]]] = [{} for _ in self.keys]

    def mark(self, drafts: Sequence[Draft]) -> None:
        """Give a fault to each draft (without one so far) that names a thing again."""
        for at, names in enumerate(self.keys):
            fresh = [
                (draft, key)
                for draft in drafts
                if draft.fact is not None
                and not draft.faults
                and self.importing.is_held(draft.fact)
                and (key := _key(draft.fact, names)) is not None
            ]
            stored = self._stored(names, [key for _, key in fresh])
            for draft, key in fresh:
                first = self._seen[at].get(hash(key))
                if first is not None:
                    draft.fault("duplicate_in_file", _column(self.register, names), place=_place(draft, first))
                elif key in stored:
                    draft.fault("duplicate_existing", _column(self.register, names))
                else:
                    self._seen[at][hash(key)] = (draft.sheet, draft.number)

    def _stored(self, names: tuple[str, ...], keys: Sequence[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
        if not keys:
            return set()
        rows = self.register.model._default_manager.filter(LIVING, self.importing.held)
        found = rows.filter(**{f"{names[0]}__in": {key[0] for key in keys}}).order_by()
        return set(found.values_list(*names))


def _key(fact: Any, names: Sequence[str]) -> tuple[Any, ...] | None:
    key = tuple(getattr(fact, name) for name in names)
    return None if "" in key or None in key else key


def _column(register: Register, names: Sequence[str]) -> str:
    """The column of the sheet in which the identity stands."""
    name = {"id_digest": "masked_id"}.get(names[0], names[0].removesuffix("_id"))
    return name if any(column.name == name for column in register.columns) else ""


def _place(draft: Draft, first: tuple[str, int]) -> str:
    sheet, number = first
    return f"第{number}行" if sheet == draft.sheet else f"“{sheet}”第{number}行"
