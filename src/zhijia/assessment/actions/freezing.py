"""Fixing a sheet at a stage of a review, with everything it was scored from."""

import datetime as dt
from fractions import Fraction
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.assessment.models import FrozenSheet
from zhijia.assessment.queries.scores import Scored, score_of
from zhijia.journal.actions import record
from zhijia.schemes.assessments.editions import Assessment
from zhijia.schemes.assessments.evidence import Record, Seen, Value
from zhijia.schemes.catalogue import catalogue


@transaction.atomic
def freeze_sheet(
    *, post: Post, organisation: int, stage: str, case: str, on: dt.date, at: dt.datetime, edition: Assessment
) -> FrozenSheet:  # fmt: skip
    """Score the union as of the day and keep it; the post must see the union. `case`: the review it belongs to."""
    one = score_of(post, organisation, on, edition)
    row = FrozenSheet.objects.create(
        organisation=one.organisation, edition=edition.name, digest=catalogue().digests.get(edition.name, ""), stage=stage,
        kind=one.kind, as_of=on, total=one.sheet.total, most=one.sheet.most, star=one.verdict.star,
        points={line.criterion.key: str(line.points) for line in one.sheet.lines if line.applies},
        evidence=kept(one), case=case, by=post, at=at,
    )  # fmt: skip
    told = {"name": one.organisation.name, "stage": row.get_stage_display(), "total": one.sheet.total}
    record(kind="stars.frozen", by=post, at=at, organisation=one.organisation.pk, detail=told)
    return row


def kept(one: Scored) -> dict[str, Any]:
    """Evidence as it is stored: enough to score again."""
    return {
        "figures": {key: list(value) for key, value in one.seen.figures.items()},
        "surveys": {key: list(value) for key, value in one.seen.surveys.items()},
        "judged": {key: str(share) for key, share in one.seen.judged.items()},
        "record": {"star": one.record.star, "rated": one.record.rated, "months": dict(one.record.months)},
    }


def taken_out(evidence: dict[str, Any]) -> tuple[Seen, Record]:
    """Stored evidence as the rules take it."""
    held = evidence["record"]
    seen = Seen(
        {key: Value(*pair) for key, pair in evidence["figures"].items()},
        {key: Value(*pair) for key, pair in evidence["surveys"].items()},
        {key: Fraction(share) for key, share in evidence["judged"].items()},
    )
    return seen, Record(held["star"], {int(star): months for star, months in held["months"].items()}, held["rated"])
