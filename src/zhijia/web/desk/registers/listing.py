"""One list as asked for by its address: the same rows for page, print, export, bulk edit and API."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from zhijia.accounts.queries import Post
from zhijia.indicators.compile import sides_of
from zhijia.indicators.queries import figure as figure_for
from zhijia.indicators.queries import indicator_of, rows_behind
from zhijia.indicators.rules import Figure
from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.orgs.queries import root
from zhijia.registers.base.filters import Reading, read_filters
from zhijia.registers.base.lookups import organisation_named
from zhijia.registers.base.queries import narrowed, ordered, rows_for
from zhijia.registers.base.register import Column, Register
from zhijia.registers.base.window import Window
from zhijia.schemes.indicators import Indicator
from zhijia.web.desk.registers.address import Asked, FigureAsked, chosen_columns, read_address

OTHER_REGISTER = gettext_noop("指标“%(title)s”这一侧数的不是%(register)s，请从口径卡进入明细。")
NO_SIDE = gettext_noop("指标“%(title)s”没有分母，只有分子可以查看明细。")


@dataclass(frozen=True)
class Behind:
    """The figure behind whose number a list stands; `summed` names the field when the figure adds one up."""

    indicator: Indicator
    figure: Figure
    side: str
    organisation: Any
    number: int
    summed: str


@dataclass(frozen=True)
class Listing:
    """A list before paging."""

    register: Register
    asked: Asked
    rows: Any
    columns: Sequence[Column]
    reading: Reading
    organisation: Any = None
    behind: Behind | None = None


def listing_of(register: Register, post: Post, query: QueryDict, today: dt.date) -> Listing:
    """The rows an address asks for, inside the post's scope and in order; Problem when it cannot be read."""
    asked = read_address(register, query)
    organisation = organisation_named(post, asked.org) if asked.org else None
    behind, rows = None, rows_for(register, post)
    if asked.figure is not None:
        behind, rows = _behind(register, post, asked.figure, organisation)
    reading = read_filters(register, asked.filters, Window.year_to(asked.figure.as_of if asked.figure else today))
    rows = narrowed(
        register, rows, words=asked.words, condition=reading.condition,
        under=str(organisation.path) if organisation is not None and behind is None else "",
    )  # fmt: skip
    return Listing(
        register=register,
        asked=asked,
        rows=ordered(register, rows, asked.sort),
        columns=chosen_columns(register, asked),
        reading=reading,
        organisation=organisation,
        behind=behind,
    )


def _behind(register: Register, post: Post, asked: FigureAsked, organisation: Any) -> tuple[Behind, Any]:
    """The figure and exactly the rows it counted, then cut to the post's scope."""
    place = organisation if organisation is not None else root()
    post.may("figures.view", place).insist()
    indicator = indicator_of(asked.indicator)
    sides = sides_of(indicator)
    if asked.side not in sides:
        raise NotFound(NO_SIDE, title=indicator.title)
    window = Window.year_to(asked.as_of, asked.known_at)
    owner, rows = rows_behind(asked.indicator, asked.side, place, window, asked.group)
    if owner.key != register.key:
        raise Problem(OTHER_REGISTER, title=indicator.title, register=register.label)
    value = figure_for(asked.indicator, place, window, asked.group)
    number = value.rows if asked.side == "top" else value.bottom or 0
    summed = sides[asked.side].measure.sum or ""
    return Behind(indicator, value, asked.side, place, number, summed), rows.visible_to(post)
