"""What must hold for cases, walked by `zhijia verify`: editions are what they were, every decision can be made again."""

from collections.abc import Iterator
from dataclasses import replace

from zhijia.cases.actions.judgement import day_of, judgement
from zhijia.cases.editions import changed_editions, edition_of, limits_of
from zhijia.cases.models import Case, StepRecord
from zhijia.cases.rules import state_of
from zhijia.cases.rules.judged import as_of_then
from zhijia.kit.finding import Finding
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition

OTHERWISE = gettext_noop("办件%(number)s第%(sequence)s条记录按当时的规则重算，结果与所记不符，请查明原因。")
NOT_AS_FOLDED = gettext_noop("办件%(number)s的当前步骤与办理记录不符，请查明原因。")
GAP = gettext_noop("办件%(number)s的办理记录不连续，缺第%(sequence)s条。")


def check_used_editions_are_unchanged() -> Iterator[Finding]:
    """A file in use is the file it was."""
    for problem in changed_editions():
        yield Finding("cases/editions", problem)


def check_every_decision_can_be_made_again() -> Iterator[Finding]:
    """Folding the records up to each act, with the numbers it was judged by, gives what was written beside it."""
    for case, edition, records in _read_cases():
        for at, record in enumerate(records, start=1):
            if record.sequence != at:
                yield Finding(f"cases/{case.pk}", Problem(GAP, number=case.number, sequence=at))
                break
            limits = limits_of(edition, case.applied_on)
            numbers = {**limits.numbers, **record.judged["numbers"]}
            book = as_of_then(limits.book, record.judged.get("parameters", {}))
            limits = replace(limits, numbers=numbers, book=book)
            after = state_of(edition, [one.plain for one in records[:at]], day_of(record.at), limits)
            if judgement(case, edition, limits, after, record.seen) != record.judged:
                yield Finding(f"cases/{case.pk}", Problem(OTHERWISE, number=case.number, sequence=record.sequence))


def check_every_case_stands_where_its_records_say() -> Iterator[Finding]:
    """The columns of lists repeat the fold."""
    for case, edition, records in _read_cases():
        limits = limits_of(edition, case.applied_on)
        state = state_of(edition, [one.plain for one in records], day_of(records[-1].at), limits)
        kept = (case.step, case.state, case.due_on, case.open, case.answers)
        if kept != (state.step.key if state.step else "", state.name, state.due_on, state.open, dict(state.answers)):
            yield Finding(f"cases/{case.pk}", Problem(NOT_AS_FOLDED, number=case.number))


def _read_cases() -> Iterator[tuple[Case, CaseEdition, list[StepRecord]]]:
    """Every case with its edition and records; one whose edition cannot be read is told by its own check."""
    for case in Case.objects.order_by("pk").iterator(chunk_size=200):
        try:
            edition = edition_of(case)
        except Problem:
            continue
        yield case, edition, list(case.records.select_related("by", "behalf"))
