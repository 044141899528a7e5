"""Closing a period: its figures are fixed with the fingerprints of their rows and definitions."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.indicators.models import Snapshot
from zhijia.indicators.prints import figure_prints
from zhijia.indicators.queries import figures, indicator_of
from zhijia.indicators.wording import definition_hash
from zhijia.journal.actions import record
from zhijia.kit.period import Period
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import root
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue

TOO_EARLY = gettext_noop("%(period)s还没有结束，%(end)s之后才能固定数据。")
ALREADY = gettext_noop("%(period)s的数据已经固定；之后的变化请用更正说明。")


@transaction.atomic
def take_snapshot(*, period: Period, on: dt.date, at: dt.datetime, by: Post | None) -> int:
    """Fix all indicators of a closed period for every organisation; returns the number of figures fixed.

    Problem before the period has ended, Conflict when it was fixed already. Cost: one pass per measure,
    whatever the number of organisations.
    """
    if by is not None:
        by.may("bulletins.issue").insist()
    if on <= period.end:
        raise Problem(TOO_EARLY, period=period.label, end=period.end)
    top = root()
    Organisation.objects.select_for_update().get(pk=top.pk)
    if Snapshot.objects.filter(period=period.key).exists():
        raise Conflict(ALREADY, period=period.label)
    window = Window.of(period)
    organisations = list(Organisation.objects.on(period.end))
    found = figures(catalogue().indicators, [window], organisations, top)
    rows = []
    for key in catalogue().indicators:
        prints, definition = figure_prints(key, window, organisations), definition_hash(indicator_of(key))
        for organisation in organisations:
            value = found[key, organisation.pk, window]
            rows.append(
                Snapshot(
                    indicator=key, organisation=organisation, period=period.key, as_of=period.end, known_at=at,
                    top=value.top, bottom=value.bottom, rows_hash=prints[organisation.pk],
                    definition_hash=definition, by=by,
                )
            )  # fmt: skip
    Snapshot.objects.bulk_create(rows, batch_size=2000)
    record(kind="snapshot.taken", by=by, at=at, organisation=top.pk, detail={"period": period.label})
    return len(rows)
