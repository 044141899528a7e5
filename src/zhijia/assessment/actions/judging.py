"""Judging the parts of a sheet that no register can give: levels of the rubric, column by column."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.assessment.models import Judgement
from zhijia.assessment.queries.editions import STARS, edition_on
from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.schemes.assessments.editions import Assessment

NO_PART = gettext_noop("评分表里没有要人工评定的“%(part)s”，请刷新页面后再试。")
NO_LEVEL = gettext_noop("“%(part)s”没有“%(level)s”这一等，可选：%(allowed)s。")
NO_COLUMN = gettext_noop("没有“%(column)s”这一栏。")


def judged_parts(edition: Assessment) -> dict[str, str]:
    """Parts that people judge: key and what they look at."""
    return {
        row.part_key(at): part.judged for row in edition.criteria for at, part in enumerate(row.parts) if part.judged
    }


@transaction.atomic
def judge(
    *, organisation: Organisation, column: str, levels: Mapping[str, str], by: Post | None, on: dt.date,
    at: dt.datetime, note: str = "", case: str = "", answered: bool = False, edition: Assessment | None = None,
) -> list[Judgement]:  # fmt: skip
    """Write down levels for some parts in one column. `answered`: the case has asked already whether the post may.

    Problem for a part that nobody judges, a level the rubric does not have, a column there is not.
    """
    if by is not None and not answered:
        by.may("stars.judge", organisation).insist()
    sheet = edition or edition_on(STARS, on)
    if column not in Judgement.Column.values:
        raise Problem(NO_COLUMN, column=column)
    parts = judged_parts(sheet)
    made = []
    for part, level in levels.items():
        if part not in parts:
            raise Problem(NO_PART, part=part)
        if level not in sheet.rubric:
            allowed = "、".join(one.title for one in sheet.rubric.values())
            raise Problem(NO_LEVEL, part=part, level=level, allowed=allowed)
        made.append(
            Judgement(organisation=organisation, edition=sheet.name, part=part, column=column, level=level,
                      share=sheet.rubric[level].share, note=note.strip()[:200], case=case, by=by, on=on, at=at)
        )  # fmt: skip
    Judgement.objects.bulk_create(made)
    record(kind="stars.judged", by=by, at=at, organisation=organisation.pk, detail={"name": organisation.name,
           "column": Judgement.Column(column).label})  # fmt: skip
    return made


def write_means(
    *, organisation: Organisation, shares: Mapping[str, Decimal], by: Post | None, on: dt.date, at: dt.datetime,
    case: str, edition: Assessment,
) -> None:  # fmt: skip
    """The panel's result of every part; called inside the case that made it."""
    Judgement.objects.bulk_create(
        Judgement(organisation=organisation, edition=edition.name, part=part, column=Judgement.Column.PANEL, share=share,
                  case=case, by=by, on=on, at=at)
        for part, share in shares.items()
    )  # fmt: skip
