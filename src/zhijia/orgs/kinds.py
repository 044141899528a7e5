"""Kinds of organisations and their levels, read from the catalogue's code list."""

from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.codes import Code

LIST = "node-kind"


def kind_of(code: str) -> Code:
    """The entry of the code list; KeyError for a kind the county does not know."""
    return catalogue().codes[LIST].entries[code]


def level_of(code: str) -> str:
    """county, committee, federation (between), union or branch: the `group` of the code list."""
    return kind_of(code).group


def kinds_at(level: str) -> tuple[str, ...]:
    """Codes of one level, in list order."""
    return tuple(code for code, entry in catalogue().codes[LIST].entries.items() if entry.group == level)


def may_hang_under(kind: str, parent_kind: str) -> bool:
    """Whether the code list allows this parent."""
    return parent_kind in kind_of(kind).parents
