"""Opening a case: a row of a register is applied for under the edition of the day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import IntegrityError, transaction

from zhijia.accounts.models import Post
from zhijia.cases.actions.judgement import day_of
from zhijia.cases.actions.turn import Turn, Verb
from zhijia.cases.editions import CHANGED, edition_for, limits_of
from zhijia.cases.models import Case, EditionUse
from zhijia.cases.procedures import facts_seen, procedure_of
from zhijia.cases.rules import state_of
from zhijia.cases.rules.records import Rec
from zhijia.evidence.papers import next_number
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.registers.base.register import register_of
from zhijia.schemes.answers import read_answers
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said

NOT_IT = gettext_noop("“%(title)s”不能用于这一类记录。")
GONE = gettext_noop("“%(name)s”已经作废，不能再办理。")
FUTURE = gettext_noop("申请日期%(on)s还没有到，请核对。")
OUTSIDE = gettext_noop("“%(title)s”从%(opens)s受理到%(closes)s，申请日期%(on)s不在其内，请核对日期或等下一次受理。")
ALREADY = gettext_noop("“%(name)s”已有一个正在办理的“%(title)s”，请打开原办件继续办理。")


@transaction.atomic
def open_case(
    *, procedure: str, row: Any, answers: Mapping[str, Any], by: Post, on: dt.date, at: dt.datetime, key: str
) -> Case:
    """Open a case about `row`. The same `key` gives the same case; a thing has one open case of a procedure at a time."""
    by.may("cases.act", row.organisation).insist()
    edition = edition_for(procedure, on)
    again = Case.objects.filter(key=key).first()
    if again is not None:
        return again
    register = register_of(edition.subject)
    if not isinstance(row, register.model):
        raise Problem(NOT_IT, title=said(edition.title))
    if row.entity != row.pk or row.known_until is not None:
        raise Conflict(GONE, name=register.title(row))
    if on > day_of(at):
        raise Problem(FUTURE, on=on)
    procedure_of(edition.case).opens(row)
    _inside_the_window(edition, on)
    typed = read_answers(edition.ask, answers)
    limits = limits_of(edition, on)
    first = state_of(edition, [Rec(1, "", "opened", on, data={"answers": typed})], day_of(at), limits)
    held = Case(
        number=next_number(edition.series or edition.case, on.year), edition=edition.name, digest=use(edition, at),
        register=register.key, subject=row.pk, title=register.title(row)[:160], organisation=row.organisation,
        applicant=by, applied_on=on, opened_at=at, key=key, step=first.step.key if first.step else "",
    )  # fmt: skip
    try:
        with transaction.atomic():
            held.save(force_insert=True)
    except IntegrityError as fault:
        raise Conflict(ALREADY, name=held.title, title=said(edition.title)) from fault
    turn = Turn(held, edition, limits, [], replace(first, last=0), by, on, at, key)
    turn.write(Verb.OPENED, data={"answers": typed}, seen=facts_seen(held, row, typed))
    turn.tell("case.opened", title=edition.title)
    return held


def _inside_the_window(edition: CaseEdition, on: dt.date) -> None:
    window = edition.window
    if window is not None and not window.opens <= on <= window.closes:
        raise Problem(OUTSIDE, title=said(edition.title), opens=window.opens, closes=window.closes, on=on)


def use(edition: CaseEdition, at: dt.datetime) -> str:
    """The fingerprint of the edition's file, kept at its first use; Conflict when it is no longer that file."""
    digest = catalogue().digests[edition.name]
    first, _ = EditionUse.objects.get_or_create(edition=edition.name, defaults={"digest": digest, "first_used_at": at})
    if first.digest != digest:
        raise Conflict(CHANGED, file=f"{edition.name}.yaml")
    return digest
