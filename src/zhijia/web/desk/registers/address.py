"""The address of a list: everything one sees is in it, so a list can be kept, sent and printed as it stands."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.filters import filter_of
from zhijia.registers.base.register import Column, Register

SIZES = (25, 50, 100)
BAD_DAY = gettext_noop("地址中的日期“%(text)s”不对，应写成2014-06-30这样。")
OTHERS = ("q", "org", "sort", "figure", "side", "as_of", "known_at", "group")


@dataclass(frozen=True)
class FigureAsked:
    """The figure whose rows are to be shown."""

    indicator: str
    side: str
    as_of: dt.date
    known_at: dt.datetime | None = None
    group: str = ""


@dataclass(frozen=True)
class Asked:
    """What an address asks of a list; blanks and what the register does not know are gone."""

    words: str = ""
    org: str = ""
    sort: str = ""
    page: int = 1
    size: int = SIZES[0]
    columns: tuple[str, ...] = ()
    filters: Mapping[str, str] = field(default_factory=dict)
    figure: FigureAsked | None = None
    kept: Mapping[str, str] = field(default_factory=dict)

    def address(self, **changes: object) -> str:
        """The query string with some parts changed; '' drops a part. The page is dropped unless it is given."""
        parts = {**self.kept, **{name: str(value) for name, value in changes.items()}}
        return urlencode({name: value for name, value in parts.items() if value}, safe=",:")


def read_address(register: Register, query: QueryDict) -> Asked:
    """Read the query string of a list; Problem for a date nobody can read."""
    filters = {
        name: _text(query, name)
        for name in query
        if _text(query, name) and name not in OTHERS and filter_of(register, name) is not None
    }
    columns = _columns(register, ",".join(map(str, query.getlist("columns"))).split(","))
    size = _number(_text(query, "size"), SIZES[0])
    kept = {name: _text(query, name) for name in OTHERS if _text(query, name)} | filters
    if columns:
        kept["columns"] = ",".join(columns)
    if size in SIZES[1:]:
        kept["size"] = str(size)
    return Asked(
        words=_text(query, "q")[:100],
        org=_text(query, "org"),
        sort=_text(query, "sort"),
        page=max(_number(_text(query, "page"), 1), 1),
        size=size if size in SIZES else SIZES[0],
        columns=columns,
        filters=filters,
        figure=_figure(query),
        kept=kept,
    )


def chosen_columns(register: Register, asked: Asked) -> tuple[Column, ...]:
    """The columns to show: those asked for, else those listed at first sight."""
    if asked.columns:
        return tuple(column for column in register.columns if column.name in asked.columns)
    return tuple(column for column in register.columns if column.listed)


def _columns(register: Register, names: Sequence[str]) -> tuple[str, ...]:
    known = tuple(column.name for column in register.columns if column.name in names)
    listed = tuple(column.name for column in register.columns if column.listed)
    return () if known == listed else known


def _figure(query: QueryDict) -> FigureAsked | None:
    if not _text(query, "figure"):
        return None
    known_at = _text(query, "known_at")
    return FigureAsked(
        indicator=_text(query, "figure"),
        side=_text(query, "side") or "top",
        as_of=_moment(_text(query, "as_of")).date(),
        known_at=_moment(known_at) if known_at else None,
        group=_text(query, "group")[:20],
    )


def _moment(text: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise Problem(BAD_DAY, text=text) from None


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default


def _text(query: QueryDict, name: str) -> str:
    return str(query.get(name, "")).strip()
