"""Putting a workplace on the list of nail units and taking the steps of the ladder; each a decision with its paper."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.evidence.actions import attach
from zhijia.evidence.papers import freeze, next_number
from zhijia.evidence.queries import standing_for
from zhijia.kit.problem import Conflict, Problem, Refused, gettext_noop
from zhijia.orgs.kinds import level_of
from zhijia.registers.base.actions import change_fact, record_fact
from zhijia.registers.organising.drive.letters import letter_of, wording_of
from zhijia.registers.organising.drive.limits import terms_on
from zhijia.registers.organising.drive.nails import LEFT, NAILS, NailUnit, living_nails
from zhijia.registers.organising.drive.queries.nails import candidate_of
from zhijia.registers.organising.drive.rules.ladder import FIRST, NO_PROOF, NO_REASON, PROOFS, check_step
from zhijia.schemes.catalogue import catalogue

COUNTY_ONLY = gettext_noop("“%(step)s”由县总工会决定，请报县总工会组织部。")
NO_WORDS = gettext_noop("请写明作出这一决定的情况说明。")
ON_LIST = gettext_noop("“%(name)s”已经在重点督促名单上。")
GONE = gettext_noop("“%(name)s”已不在名单上，请刷新后再看。")
BACKWARDS = gettext_noop("办理日期%(on)s早于上一步的日期%(since)s，请核对。")

# One paper handed in with a step: the place of evidence, the file's name, its bytes in chunks.
Paper = tuple[str, str, Iterable[bytes]]


@transaction.atomic
def enter_list(*, employer: int, note: str, on: dt.date, by: Post, at: dt.datetime) -> Any:
    """Put a workplace on the list at the first step; Problem with the rule's sentence when the visits do not allow it."""
    found = candidate_of(by, employer, on)
    by.may("nails.edit", found.employer.organisation).insist()
    if found.proposal.step != FIRST:
        raise Problem(found.proposal.because.template, **found.proposal.because.values)
    if not note.strip():
        raise Problem(NO_WORDS)
    before = living_nails().select_for_update().filter(employer=found.employer).first()
    values = {"level": FIRST, "reason": "", "note": note.strip()[:300], "number": "", "paper": None}
    if before is None:
        return record_fact(NAILS, values={"employer": found.employer, "since": on, **values}, by=by, at=at)
    if before.level != LEFT:
        raise Conflict(ON_LIST, name=str(before))
    return change_fact(NAILS, row=before, values=values, on=on, by=by, at=at, same_day=True)


@transaction.atomic
def take_nail_step(
    *,
    nail: NailUnit,
    step: str,
    note: str,
    on: dt.date,
    by: Post,
    at: dt.datetime,
    reason: str = "",
    paper: Paper | None = None,
) -> Any:
    """Take one step: the letter it asks for is numbered and kept as issued. Steps of the county are the county's.

    Refused for a step that is not the post's, Problem for what is missing; the row is held, so of two officers one
    finds the step taken.
    """
    held = living_nails().select_for_update(of=("self",)).select_related("employer").filter(pk=nail.pk).first()
    if held is None or held.level == LEFT or held.recorded_at != nail.recorded_at:
        raise Conflict(GONE, name=str(nail))
    by.may("nails.edit", held.organisation).insist()
    _insist(held, step, note, reason, on, by)
    if paper is not None:
        slot, name, chunks = paper
        attach(
            name=name, chunks=chunks, subject=NAILS.key, subject_id=held.pk, slot=slot,
            organisation=held.organisation, by=by, at=at,
        )  # fmt: skip
    _insist_proof(held, step)
    values: dict[str, Any] = {"level": step, "reason": reason, "note": note.strip()[:300], "number": "", "paper": None}
    wording = wording_of(step)
    if wording is not None:
        values["number"] = next_number(wording.series, on.year)
        values["paper"] = freeze(letter_of(held, wording, step, values["number"], on, by), on)
    return change_fact(NAILS, row=held, values=values, on=on, by=by, at=at, same_day=True)


def _insist(held: NailUnit, step: str, note: str, reason: str, on: dt.date, by: Post) -> None:
    entries = catalogue().codes["nail-level"].entries
    if step not in entries:
        raise Problem(GONE, name=str(held))
    check_step(held.level, step, terms_on(on))
    if entries[step].group == "county" and level_of(by.organisation.kind) != "county":
        raise Refused(COUNTY_ONLY, step=entries[step].label)
    if step == LEFT and reason not in catalogue().codes["nail-reason"].entries:
        raise Problem(NO_REASON)
    if not note.strip():
        raise Problem(NO_WORDS)
    if on < held.since:
        raise Problem(BACKWARDS, on=on, since=held.since)


def _insist_proof(held: NailUnit, step: str) -> None:
    """Joint visits and supervision opinions need what they rest on."""
    wanted = PROOFS.get(step, "")
    if wanted and not any(file.slot == wanted for file in standing_for(NAILS.key, held.pk)):
        slot = next(slot for slot in NAILS.slots if slot.key == wanted)
        label = catalogue().codes["nail-level"].entries[step].label
        raise Problem(NO_PROOF, wanted=label, paper=slot.label, because=slot.reason)
