"""Pages of a list: which rows, and which page numbers to offer."""

from dataclasses import dataclass

NEAR = 2


@dataclass(frozen=True)
class Pager:
    """`first`..`last` (from 0, last excluded) of `count` rows on page `page` of `pages`; 0 in `numbers` is a gap."""

    page: int
    pages: int
    count: int
    first: int
    last: int
    numbers: tuple[int, ...]

    @property
    def from_row(self) -> int:
        """Number of the first row on the page, from 1."""
        return self.first + 1 if self.count else 0


def pager_of(count: int, page: int, size: int) -> Pager:
    """The asked page, or the last one there is."""
    pages = max(-(-count // size), 1)
    page = min(page, pages)
    first = (page - 1) * size
    near = [number for number in range(page - NEAR, page + NEAR + 1) if 1 < number < pages]
    numbers = [1, *([0] if near and near[0] > 2 else []), *near]
    if pages > 1:
        numbers += [*([0] if near and near[-1] < pages - 1 else []), pages]
    return Pager(page, pages, count, first, min(first + size, count), tuple(numbers))
