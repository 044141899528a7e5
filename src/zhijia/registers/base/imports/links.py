"""Records another register's rows point to (a contract to its employer): found by code or by name, exactly."""

from collections import defaultdict
from typing import Any, NamedTuple

from zhijia.kit.cells import compact
from zhijia.registers.base.imports.places import SPLIT, key_of
from zhijia.registers.base.models import LIVING
from zhijia.registers.base.register import Register

CODES = ("code", "uscc")


class Linked(NamedTuple):
    """The record, or why there is none: unknown, several, outside."""

    row: Any
    why: str = ""


class Links:
    """The present records of one register by name and code; those outside the subtree are only told apart."""

    def __init__(self, register: Register, top: str) -> None:
        """One query."""
        self.top = top
        self._by_key: dict[str, list[Any]] = defaultdict(list)
        known = {field.name for field in register.model._meta.concrete_fields}
        self.codes = [name for name in CODES if name in known]
        for row in register.model._default_manager.filter(LIVING).select_related(*register.related):
            self.add(row)

    def add(self, row: Any) -> None:
        """Make a record known; that of a node of the tree by the node's short name and aliases too."""
        node, names = row.organisation, [str(row)]
        if getattr(row, "code", "") == node.code:
            names += [node.short_name, *SPLIT.split(node.aliases)]
        for key in {*map(key_of, names), *(compact(getattr(row, name)) for name in self.codes)} - {""}:
            self._by_key[key].append(row)

    def find(self, text: object) -> Linked:
        """What a cell means."""
        found = self._by_key.get(compact(text)) or self._by_key.get(key_of(text), [])
        inside = [row for row in found if str(row.organisation.path).startswith(self.top)]
        if len(inside) == 1:
            return Linked(inside[0])
        return Linked(None, "several" if inside else "outside" if found else "unknown")
