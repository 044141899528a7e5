"""What an address asks of the list of scored unions: filters, order, day; anything unknown is left out."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from zhijia.assessment.queries.scores import Scored
from zhijia.schemes.assessments.editions import Assessment
from zhijia.web.desk.figures import day_of
from zhijia.web.desk.gate import DeskRequest

ORDERS: Mapping[str, Callable[[Scored], Any]] = {
    "": lambda one: one.organisation.path,
    "name": lambda one: one.union.sort_pinyin,
    "score": lambda one: one.sheet.total,
    "star": lambda one: (one.verdict.star, one.sheet.total),
    "missing": lambda one: one.missing,
}


@dataclass(frozen=True)
class Asked:
    """Wishes of one request."""

    on: dt.date
    under: str
    star: str
    variant: str
    lacks: str
    words: str
    order: str
    down: bool
    page: str

    def query(self, **changes: object) -> str:
        """The same address with some wishes changed; turning the page is forgotten unless asked for."""
        wishes: dict[str, object] = {
            "as_of": self.on.isoformat(), "under": self.under, "star": self.star, "variant": self.variant,
            "lacks": self.lacks, "q": self.words, "order": ("-" if self.down else "") + self.order,
        }  # fmt: skip
        return urlencode({key: value for key, value in (wishes | changes).items() if value not in ("", "-")})


def asked_of(request: DeskRequest, edition: Assessment) -> Asked:
    """Read the address; Problem for a day that is none."""
    get = request.GET
    order = get.get("order", "")
    criteria = {row.key for row in edition.criteria}
    return Asked(
        on=day_of(request),
        under=get.get("under", "") if get.get("under", "").isdigit() else "",
        star=get.get("star", "")
        if get.get("star", "") in {"0", "veto", *(str(one.star) for one in edition.bands)}
        else "",
        variant=get.get("variant", "") if get.get("variant", "") in edition.variants else "",
        lacks=get.get("lacks", "") if get.get("lacks", "") in criteria else "",
        words=get.get("q", "").strip()[:40],
        order=order.lstrip("-") if order.lstrip("-") in ORDERS else "",
        down=order.startswith("-"),
        page=get.get("page", ""),
    )


def chosen(scored: Sequence[Scored], asked: Asked, path: str) -> list[Scored]:
    """The unions wished for, in the order wished for."""
    found = [one for one in scored if _fits(one, asked, path)]
    return sorted(found, key=ORDERS[asked.order], reverse=asked.down)


def _fits(one: Scored, asked: Asked, path: str) -> bool:
    vetoed = bool(one.verdict.vetoes)
    if path and not str(one.organisation.path).startswith(path):
        return False
    if asked.star and (vetoed if asked.star != "veto" else not vetoed):
        return False
    if asked.star and asked.star != "veto" and str(one.verdict.star) != asked.star:
        return False
    if asked.variant and one.sheet.variant != asked.variant:
        return False
    if asked.lacks and one.sheet.line(asked.lacks).lacking <= 0:
        return False
    words = asked.words.lower()
    return not words or words in one.union.search or words in str(one.organisation.name)
