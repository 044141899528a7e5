"""Scores of all unions a post sees: sheet, verdict and evidence of each, in a number of queries that never grows."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhijia.accounts.models import Post
from zhijia.assessment.queries.editions import STARS, edition_on
from zhijia.assessment.queries.evidence import Figures, figures_of, judged_of, records_of, seen_of, surveys_of
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.registers.organising.unions import UNIONS, Union
from zhijia.schemes.assessments.editions import Assessment
from zhijia.schemes.assessments.evidence import Record, Seen
from zhijia.schemes.assessments.scoring import Sheet, sheet_of
from zhijia.schemes.assessments.verdict import Verdict, verdict_of

NO_UNION = gettext_noop("没有这个基层工会，或它不在您的管理范围内。请从创星考评进入。")


@dataclass(frozen=True)
class Scored:
    """One union with its score. `union`: its row in the register; `figures`: with the way to their rows."""

    organisation: Organisation
    union: Union
    kind: str
    figures: Figures
    seen: Seen
    record: Record
    sheet: Sheet
    verdict: Verdict

    @property
    def missing(self) -> int:
        """Criteria that apply and are short of their points."""
        return sum(line.applies and line.lacking > 0 for line in self.sheet.lines)


def scores(post: Post, on: dt.date, edition: Assessment | None = None) -> list[Scored]:
    """Every grassroots union of the post's subtree, in the order of the tree."""
    return _scored(edition or edition_on(STARS, on), post.organisation, on, ())


def score_of(post: Post, number: int, on: dt.date, edition: Assessment | None = None) -> Scored:
    """One union by the number of its organisation; NotFound outside the subtree."""
    place = Organisation.objects.within(post.path).filter(pk=number).first()
    found = _scored(edition or edition_on(STARS, on), place, on, (number,)) if place is not None else []
    if not found:
        raise NotFound(NO_UNION)
    return found[0]


def _scored(edition: Assessment, top: Organisation, on: dt.date, only: Sequence[int]) -> list[Scored]:
    window = Window.year_to(on)
    rows: Any = Union.objects.on(on).within(str(top.path)).filter(UNIONS.where(("active", "grassroots"), window))
    if only:
        rows = rows.filter(organisation__in=only)
    unions: list[Union] = list(rows.select_related("organisation").order_by("organisation__path"))
    places = [row.organisation for row in unions]
    path = str(top.path)
    figures = figures_of(edition, places, top, on)
    asked, judged = surveys_of(edition, path, on), judged_of(edition, path, on)
    held = records_of(edition, path, on)
    found = []
    for row in unions:
        number = row.organisation_id
        seen = seen_of(figures[number], asked.get(number), judged.get(number))
        record = held.get(number, Record())
        sheet = sheet_of(edition, row.unit_kind, seen)
        verdict = verdict_of(sheet, seen, record)
        found.append(Scored(row.organisation, row, row.unit_kind, figures[number], seen, record, sheet, verdict))
    return found
