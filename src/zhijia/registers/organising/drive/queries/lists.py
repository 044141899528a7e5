"""Lists from other offices beside the register of workplaces: known by code, perhaps the same by name, new."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zhijia.accounts.models import Post
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import LIVING
from zhijia.registers.organising.drive.listed import LATER, OPEN, living_listed
from zhijia.registers.organising.drive.rules.names import name_key, place_stem
from zhijia.registers.organising.employers import Employer

NO_ROW = gettext_noop("没有编号为%(number)s的名单记录，或它不在您的管理范围内。")


@dataclass(frozen=True)
class Compared:
    """One listed row: the workplace with its code, the candidates by name; neither means new.

    `elsewhere`: its code stands in the register of a part of the county the post does not see.
    """

    row: Any
    by_code: Any
    candidates: Sequence[Any]
    elsewhere: bool = False

    @property
    def shown(self) -> Sequence[Any]:
        """The workplaces to put beside the row."""
        return (self.by_code,) if self.by_code is not None else self.candidates

    @property
    def kind(self) -> str:
        """coded, elsewhere, candidate or new."""
        if self.by_code is not None:
            return "coded"
        return "elsewhere" if self.elsewhere else "candidate" if self.candidates else "new"


def listed_for(post: Post) -> Any:
    """The listed rows a post may see."""
    post.may("survey.view").insist()
    return living_listed().visible_to(post).select_related("organisation", "employer")


def listed_row(post: Post, number: int) -> Any:
    """One of them; NotFound outside the post's scope."""
    found = listed_for(post).filter(pk=number).first()
    if found is None:
        raise NotFound(NO_ROW, number=number)
    return found


def compared(post: Post, rows: Sequence[Any] | None = None) -> list[Compared]:
    """Open and put-off rows (or those given) against the workplaces the post may see.

    Reads code and name of every workplace in scope once: a few ten thousand at most in a county.
    """
    if rows is None:
        rows = list(listed_for(post).filter(decision__in=(OPEN, LATER)).order_by("sort_pinyin", "pk"))
    if not rows:
        return []
    places, codes, by_key = _places(), _all_codes(rows), defaultdict(list)
    by_code: dict[str, Any] = {}
    wanted = {name_key(row.name, places) for row in rows} - {""}
    for employer in Employer.objects.living().visible_to(post).select_related("organisation", "union"):
        if employer.uscc:
            by_code[employer.uscc] = employer
        key = name_key(employer.name, places)
        if key in wanted:
            by_key[key].append(employer)
    return [_one(row, places, by_code, by_key, codes) for row in rows]


def _one(
    row: Any, places: tuple[str, ...], by_code: Mapping[str, Any], by_key: Mapping[str, list[Any]], codes: set[str]
) -> Compared:
    coded = by_code.get(row.uscc) if row.uscc else None
    if coded is not None:
        return Compared(row, coded, ())
    # Two rows that both carry a code, and different ones, are two workplaces whatever they are called.
    found = [one for one in by_key.get(name_key(row.name, places), []) if not (one.uscc and row.uscc)]
    return Compared(row, None, tuple(found), bool(row.uscc) and row.uscc in codes)


def _all_codes(rows: Sequence[Any]) -> set[str]:
    """Which of the rows' codes stand anywhere in the county."""
    asked = [row.uscc for row in rows if row.uscc]
    return set(Employer.objects.filter(LIVING, uscc__in=asked).values_list("uscc", flat=True))


def _places() -> tuple[str, ...]:
    """How names of firms begin: short names of the county and its towns, without what kind of place they are."""
    shorts = Organisation.objects.filter(depth__lte=2).values_list("short_name", flat=True)
    return tuple(sorted({place_stem(short) for short in shorts} - {""}))
