"""What falls due of a union's papers and people: certificates to renew or change, chairs to train."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from zhijia.kit.deadlines import set_day
from zhijia.registers.base.dues import Asked, Due, state_on
from zhijia.registers.base.queries import rows_for
from zhijia.registers.organising.certificates import CERTIFICATES, renewed
from zhijia.registers.organising.due import certificate_changes_due, trainings_due
from zhijia.registers.organising.positions import POSITIONS
from zhijia.schemes.deadlines import rule_of, warning_of

RENEWAL, CHANGE = "certificate.renewal-days", "certificate.change-days"


def certificates(asked: Asked) -> Iterator[Due]:
    """Certificates without a later one, by their last day; changes of the legal person that were not registered."""
    warn, rule = warning_of(RENEWAL, asked.on), rule_of(RENEWAL, asked.on)
    rows: Any = rows_for(CERTIFICATES, asked.post).within(asked.within)
    rows = rows.filter(~renewed(), valid_until__lte=asked.horizon(warn), cancelled_on__isnull=True, until__isnull=True)
    for row in rows.select_related("organisation", "union").order_by("valid_until", "pk")[: asked.most]:
        last = set_day(row.valid_until, event=row.valid_from)
        yield Due(
            "certificate", _("%(union)s的法人证书到期，应换领") % {"union": row.union}, row.organisation, last,
            state_on(last, asked, warn), CERTIFICATES.key, row.pk, rule.title, rule.source,
        )  # fmt: skip
    yield from _changes(asked)


def _changes(asked: Asked) -> Iterator[Due]:
    rule = rule_of(CHANGE, asked.on)
    for each in certificate_changes_due(asked.post, asked.on):
        if str(each.row.organisation.path).startswith(asked.within):
            last = set_day(each.due_on)
            yield Due(
                "certificate", _("%(union)s主席已变动，应办理法人变更登记") % {"union": each.row.union},
                each.row.organisation, last, state_on(last, asked), CERTIFICATES.key, each.row.pk, rule.title,
                rule.source, tag="change",
            )  # fmt: skip


def trainings(asked: Asked) -> Iterator[Due]:
    """Chairs who have not been trained since they took office."""
    for each in trainings_due(asked.post, asked.on):
        if str(each.row.organisation.path).startswith(asked.within):
            last = set_day(each.due_on, event=each.row.starts_on)
            yield Due(
                "training", _("%(union)s主席应参加培训") % {"union": each.row.organisation}, each.row.organisation, last,
                state_on(last, asked), POSITIONS.key, each.row.pk, _("新任主席应当接受培训"),
            )  # fmt: skip
