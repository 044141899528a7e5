"""Granting and revoking standings."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.ledger.actions.booking import book, earlier, hold
from zhijia.ledger.holders import Holder, entity_of, name_of, place_of, register_key
from zhijia.ledger.models import Revocation, Standing
from zhijia.ledger.models.standings import REVOKED, SUPERSEDED
from zhijia.ledger.queries.standings import held_on
from zhijia.ledger.refusals import refusing
from zhijia.registers.base.show import code_label
from zhijia.schemes.catalogue import catalogue

KINDS, LEVELS = "standing-kind", "standing-level"
ONE_AT_A_TIME = "one"
UNKNOWN_KIND = gettext_noop("没有“%(kind)s”这一类资格或荣誉，请用代码表 standing-kind 里的代码。")
UNKNOWN_LEVEL = gettext_noop("“%(kind)s”没有等级“%(level)s”，请用代码表 standing-level 里的代码。")
HELD_ALREADY = gettext_noop("“%(name)s”自%(since)s起已有“%(kind)s”%(level)s，不能重复授予。")
ENDED_ALREADY = gettext_noop("“%(name)s”的“%(kind)s”已于%(since)s终止，不能再撤销。")
TOO_EARLY = gettext_noop("撤销日期%(on)s早于授予日期%(since)s，请核对。")
NO_REASON = gettext_noop("请写明撤销的原因。")


@transaction.atomic
def grant_standing(
    *, holder: Holder, kind: str, on: dt.date, by: Post | None, at: dt.datetime, level: str = "",
    until: dt.date | None = None, number: str = "", basis: str = "", case: str = "", decision: str = "",
    remark: str = "", client_key: str = "", answered: bool = False,
) -> Standing:  # fmt: skip
    """Somebody holds something from `on` (up to `until`, the first day without it).

    `holder` is an organisation or a living row of a register. Of a kind held one at a time (stars, cards) the former
    one ends as superseded; the same level held already is a Conflict. `answered`: the case has asked already
    whether the post may decide this. A repeated `client_key` returns what was granted the first time.
    """
    hold()
    if (done := earlier(Standing, client_key)) is not None:
        return done
    place = place_of(holder)
    if by is not None and not answered:
        by.may("standings.grant", place).insist()
    _known(kind, level)
    row = Standing(
        organisation=place, name=name_of(holder), holder_register=register_key(holder), holder=entity_of(holder),
        kind=kind, level=level, number=number, basis=basis, case=case, decision=decision, remark=remark, since=on,
        until=until, recorded_at=at, recorded_by=by,
    )  # fmt: skip
    row.derive()
    _make_room(row, by, at)
    with refusing(name=row.name):
        book(row, by=by, at=at, client_key=client_key)
    record(kind="standing.granted", by=by, at=at, organisation=place.pk, subject="ledger.standing", subject_id=row.pk,
           detail={"name": row.name, "kind": words_of(row), "on": on})  # fmt: skip
    return row


@transaction.atomic
def revoke_standing(
    *, standing: Standing, reason: str, on: dt.date, by: Post | None, at: dt.datetime, cause: str = REVOKED,
    case: str = "", decision: str = "", client_key: str = "", answered: bool = False,
) -> Revocation:  # fmt: skip
    """A standing no longer holds from `on`; a new entry, the granted one stays as it was.

    Problem without a reason or before it began, Conflict when it has ended already.
    """
    hold()
    if (done := earlier(Revocation, client_key)) is not None:
        return done
    if by is not None and not answered:
        by.may("standings.grant", standing.organisation).insist()
    if not reason.strip():
        raise Problem(NO_REASON)
    if on < standing.since:
        raise Problem(TOO_EARLY, on=on, since=standing.since)
    ended = Revocation.objects.filter(standing=standing).first()
    if ended is not None:
        raise Problem(ENDED_ALREADY, name=standing.name, kind=code_label(KINDS, standing.kind), since=ended.since)
    row = Revocation(standing=standing, cause=cause, since=on, recorded_at=at, reason=reason.strip()[:200], case=case,
                     decision=decision)  # fmt: skip
    with refusing(name=standing.name):
        book(row, by=by, at=at, client_key=client_key)
    record(kind="standing.revoked", by=by, at=at, organisation=standing.organisation_id, subject="ledger.standing",
           subject_id=standing.pk,
           detail={"name": standing.name, "kind": words_of(standing), "on": on, "reason": row.reason})  # fmt: skip
    return row


def words_of(row: Standing) -> str:
    """Kind and level in words."""
    level = code_label(LEVELS, row.level) if row.level else ""
    return f"{code_label(KINDS, row.kind)}{level}"


def _known(kind: str, level: str) -> None:
    if kind not in catalogue().codes[KINDS].entries:
        raise Problem(UNKNOWN_KIND, kind=kind)
    entry = catalogue().codes[LEVELS].entries.get(level)
    if level and (entry is None or kind not in entry.parents):
        raise Problem(UNKNOWN_LEVEL, kind=code_label(KINDS, kind), level=level)


def _make_room(row: Standing, by: Post | None, at: dt.datetime) -> None:
    """End the standing of the same kind that the new one takes the place of; Problem when it is the same."""
    same = held_on(row.since).filter(holder_register=row.holder_register, holder=row.holder, kind=row.kind)
    one_at_a_time = catalogue().codes[KINDS].entries[row.kind].group == ONE_AT_A_TIME
    for other in same if one_at_a_time else same.filter(level=row.level, number=row.number):
        renewed = one_at_a_time and other.since < row.since and other.until is not None
        if other.level == row.level and not renewed:
            raise Problem(HELD_ALREADY, name=row.name, since=other.since, kind=code_label(KINDS, row.kind),
                          level=code_label(LEVELS, row.level) if row.level else "")  # fmt: skip
        ended = Revocation(standing=other, cause=SUPERSEDED, since=row.since, recorded_at=at, reason=words_of(row),
                           case=row.case, decision=row.decision)  # fmt: skip
        book(ended, by=by, at=at)
