"""Evidence of many unions at once: figures, closed surveys, judgements, what they held; never a query per union."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from zhijia.assessment.models import FrozenSheet, Judgement, MemberSurvey
from zhijia.assessment.rules import record_of, satisfaction_of
from zhijia.indicators.queries import figures
from zhijia.indicators.rules import Figure
from zhijia.kit.period import add_months
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.schemes.assessments.editions import Assessment
from zhijia.schemes.assessments.evidence import Record, Seen, Value

COUNTS_FOR_MONTHS = 12
Figures = Mapping[str, Figure]


def figures_of(
    edition: Assessment, places: Sequence[Organisation], top: Organisation, on: dt.date
) -> dict[int, dict[str, Figure]]:
    """All figures the sheet reads, by organisation and indicator."""
    window = Window.year_to(on)
    found: dict[int, dict[str, Figure]] = {place.pk: {} for place in places}
    for (key, number, _), figure in figures(edition.figures, [window], places, top).items():
        found[number][key] = figure
    return found


def surveys_of(edition: Assessment, path: str, on: dt.date) -> dict[int, dict[str, Value]]:
    """Satisfaction by question of the latest survey that counts, by organisation."""
    found: dict[int, dict[str, Value]] = {}
    if edition.survey is None:
        return found
    since = add_months(on, -COUNTS_FOR_MONTHS)
    rows = (
        MemberSurvey.objects.counting_on(on, since).filter(organisation__in=_within(path)).order_by("closed_on", "id")
    )
    for number, counts in rows.values_list("organisation", "counts"):
        asked = [question for question in edition.survey.questions if question in counts]
        found[number] = {question: satisfaction_of(edition.survey, question, counts) for question in asked}
    return found


def judged_of(edition: Assessment, path: str, on: dt.date) -> dict[int, dict[str, Fraction]]:
    """Share of the points of each judged part: the panel's, else the department's, else the town's; the latest of each.

    What a single member of a panel gave counts only in the panel's mean.
    """
    since = add_months(on, -COUNTS_FOR_MONTHS)
    rows = Judgement.objects.counting_on(on, since).filter(edition=edition.name, organisation__in=_within(path))
    rows = rows.exclude(column=Judgement.Column.MEMBER).order_by("column", "on", "id")
    found: dict[int, dict[str, Fraction]] = defaultdict(dict)
    for number, part, share in rows.values_list("organisation", "part", "share"):
        found[number][part] = Fraction(Decimal(share)) / 100
    return found


def records_of(edition: Assessment, path: str, on: dt.date) -> dict[int, Record]:
    """What each union holds from the reviews decided so far: its band, and how long at least each band without a break."""
    decided = FrozenSheet.objects.filter(stage=FrozenSheet.Stage.DECIDED, as_of__lte=on, organisation__in=_within(path))
    ratings: dict[int, list[tuple[dt.date, int]]] = defaultdict(list)
    for number, day, star in decided.order_by("as_of", "id").values_list("organisation", "as_of", "star"):
        ratings[number].append((day, star))
    return {number: record_of(rated, on) for number, rated in ratings.items()}


def seen_of(own: Figures, asked: Mapping[str, Value] | None, judged: Mapping[str, Fraction] | None) -> Seen:
    """One union's evidence as the rules take it."""
    plain = {key: Value(figure.top, figure.bottom) for key, figure in own.items()}
    return Seen(plain, asked or {}, judged or {})


def _within(path: str) -> QuerySet[Any, int]:
    return Organisation.objects.within(path).order_by().values_list("pk", flat=True)
