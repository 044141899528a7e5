"""The books of the year: what was entered when, by whom. Facts before New Year were taken over at the opening."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from zhijia.project.demo.days import MONTHLY, OPENING, entered_in
from zhijia.project.demo.posts import Posts
from zhijia.registers.base.bulk import Row, Written, record_facts
from zhijia.registers.base.register import register_of

Values = Mapping[str, Any]


class Books:
    """Facts waiting for the day on which they are entered."""

    def __init__(self, posts: Posts, told: Callable[[int], None]) -> None:
        """`told` hears how many rows were written."""
        self.posts = posts
        self.told = told
        self._waiting: dict[tuple[int, str, str], list[Values]] = defaultdict(list)

    def take_over(self, register: str, rows: Iterable[Values], written: Written | None = None) -> int:
        """Enter facts at the opening of the books, by the county's organiser."""

        def tell(part: list[Row]) -> None:
            self.told(len(part))
            if written is not None:
                written(part)

        return record_facts(register_of(register), rows, by=self.posts["organiser"], at=OPENING, written=tell)

    def sort(self, register: str, place: str, rows: Iterable[Values]) -> Iterable[Values]:
        """Pass on what belongs to the opening; keep the rest for its month, to be entered by the committee."""
        for values in rows:
            month = entered_in(values["since"])
            if month:
                self._waiting[month, register, place].append(values)
            else:
                yield values

    def write(self, month: int) -> None:
        """Enter what waits for a month."""
        for (due, register, place), rows in sorted(self._waiting.items(), key=lambda item: item[0]):
            if due == month:
                record_facts(register_of(register), rows, by=self.posts[place], at=MONTHLY[month])
                self.told(len(rows))
