"""What falls due of meetings: planned ones, missing minutes, the year's minimum."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _

from zhijia.kit.deadlines import set_day
from zhijia.registers.base.dues import Asked, Due, state_on
from zhijia.registers.base.queries import rows_for
from zhijia.registers.base.show import code_label
from zhijia.registers.organising.meeting_years import YEARLY, duties
from zhijia.registers.organising.meetings import MEETINGS
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.deadlines import deadline, rule_of, warning_of

MINUTES, YEAR_WARNING = "meeting.minutes-workdays", "meeting.year-warn-days"


def meetings(asked: Asked) -> Iterator[Due]:
    """Planned meetings, minutes that are missing, and the meetings a year still asks for."""
    return chain(_planned(asked), _minutes(asked), _yearly(asked))


def _planned(asked: Asked) -> Iterator[Due]:
    rows: Any = rows_for(MEETINGS, asked.post).within(asked.within)
    for row in rows.filter(held_on__isnull=True, planned_on__isnull=False).select_related("organisation"):
        last = set_day(row.planned_on, event=row.called_on)
        yield Due(
            "meeting", _("计划召开：%(title)s") % {"title": row.title}, row.organisation, last, state_on(last, asked),
            MEETINGS.key, row.pk, _("计划召开日期"),
        )  # fmt: skip


def _minutes(asked: Asked) -> Iterator[Due]:
    rows: Any = rows_for(MEETINGS, asked.post).within(asked.within)
    for row in rows.filter(held_on__isnull=False, minuted_on__isnull=True).select_related("organisation"):
        last, rule = deadline(MINUTES, row.held_on), rule_of(MINUTES, row.held_on)
        yield Due(
            "meeting", _("纪要待印发：%(title)s") % {"title": row.title}, row.organisation, last, state_on(last, asked),
            MEETINGS.key, row.pk, rule.title, rule.source, tag="minutes",
        )  # fmt: skip


def _yearly(asked: Asked) -> Iterator[Due]:
    """The year's minimum falls due on the last day of the year."""
    warn, year = warning_of(YEAR_WARNING, asked.on), asked.on.year
    last = set_day(dt.date(year, 12, 31), event=dt.date(year, 1, 1))
    if asked.horizon(warn) < last.due:
        return
    for duty in duties(asked.post, year, asked.on, asked.within):
        if not duty.met:
            rule = rule_of_count(YEARLY[duty.kind], asked.on)
            told = {"place": duty.organisation, "kind": code_label("meeting-kind", duty.kind)}
            yield Due(
                "meeting", _("%(place)s今年还没有召开%(kind)s") % told, duty.organisation, last,
                state_on(last, asked, warn), "organising.meeting-year", duty.organisation.pk, *rule,
                tag=f"{year}-{duty.kind.lower()}",
            )  # fmt: skip


def rule_of_count(parameter: str, on: dt.date) -> tuple[str, str]:
    """Title and source of a parameter that is a number of times."""

    return catalogue().parameters[parameter].title, catalogue().parameter(parameter, on).source
