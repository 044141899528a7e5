"""Posts and what each may do: the permission table, readable as a table."""

from typing import Literal

from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word

Level = Literal["county", "committee", "union", "branch"]


class Role(Strict):
    """One kind of post: where it can be held and which verbs it may use in its own subtree."""

    label: Word
    levels: tuple[Level, ...]
    may: tuple[str, ...]
    note: str = ""


class RoleTable(Strict):
    """All verbs with their sentence, all roles with their verbs."""

    verbs: dict[str, Word]
    roles: dict[str, Role]
    limits: dict[str, str] = {}
