"""The pager: which pages of a list can be turned to, without losing the filters in the address."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.http import QueryDict


@dataclass(frozen=True)
class Turn:
    """One page that can be turned to; an empty address is the page one stands on, no number a gap."""

    number: int | None
    url: str = ""


@dataclass(frozen=True)
class Pager:
    """What the template prints: rows shown, rows there are, pages."""

    first: int
    last: int
    total: int
    turns: tuple[Turn, ...]
    before: str
    after: str


def pager_of(page: "Page[object]", asked: QueryDict) -> Pager:
    """The pager of a Django page; `asked` is the request's GET."""
    rest = asked.copy()

    def url(number: int) -> str:
        rest["page"] = str(number)
        return f"?{rest.urlencode()}"

    turns = tuple(
        Turn(number, "" if number == page.number else url(number)) if isinstance(number, int) else Turn(None)
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    )
    return Pager(
        first=page.start_index(),
        last=page.end_index(),
        total=page.paginator.count,
        turns=turns if page.paginator.num_pages > 1 else (),
        before=url(page.previous_page_number()) if page.has_previous() else "",
        after=url(page.next_page_number()) if page.has_next() else "",
    )
