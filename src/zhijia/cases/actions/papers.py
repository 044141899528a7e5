"""Papers of a step: those to be handed in must be there, those drawn up by the house are numbered and frozen."""

from dataclasses import replace

from zhijia.cases.models import Case, CasePaper
from zhijia.cases.procedures import Act, procedure_of
from zhijia.evidence.papers import freeze, next_number
from zhijia.evidence.queries import standing_for
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.steps import Step
from zhijia.schemes.words import said

SUBJECT = "cases.case"
MISSING = gettext_noop("“%(step)s”还缺材料：%(papers)s。请先上传。")


def slot_of(step: str, paper: str) -> str:
    """The place of evidence a paper of a step is put to."""
    return f"{step}.{paper}"


def papers_there(case: Case, step: Step) -> None:
    """Problem naming the papers that a step requires and nobody has handed in."""
    there = {one.slot for one in standing_for(SUBJECT, case.pk)}
    asked = [paper for paper in step.papers if paper.required and not paper.drawn_up]
    missing = [said(paper.label) for paper in asked if slot_of(step.key, paper.key) not in there]
    if missing:
        raise Problem(MISSING, step=said(step.label), papers="、".join(missing))


def issue_papers(act: Act) -> tuple[list[CasePaper], Act]:
    """Number and freeze what the step draws up; the act comes back with the number of the last."""
    made = []
    for paper in act.step.papers:
        draw = procedure_of(act.edition.case).papers.get(paper.key) if paper.drawn_up else None
        if draw is None:
            continue
        if paper.series:
            act = replace(act, number=next_number(paper.series, act.on.year))
        # A paper that goes up from a unit bears no number of ours; it is kept under that of the case.
        issued = freeze(draw(act), act.on, kept_as=f"{act.case.number} {paper.code}.{act.state.last + 1}")
        made.append(CasePaper(code=paper.code, label=paper.label, paper=issued))
    return made, act
