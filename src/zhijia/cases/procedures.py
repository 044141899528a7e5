"""What code adds to an edition: when a case may be opened, what a marked step brings about, which papers it draws up.

An edition without an entry here needs no code. `effects` is where a decision reaches the registers (and, for grants,
the ledger): it runs inside the transaction of the step and may refuse it.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from zhijia.accounts.models import Post
from zhijia.cases.house import house_facts
from zhijia.cases.models import Case
from zhijia.cases.rules.state import State
from zhijia.evidence.queries import standing_for
from zhijia.papers.paper import Paper
from zhijia.registers.base.register import register_of
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.steps import Step

Facts = dict[str, Any]
SUBJECT, EVIDENCE = "cases.case", "evidence"


@dataclass(frozen=True)
class Act:
    """A step being taken: everything an effect or a paper may look at. `number`: of the paper issued with the step;
    `inspected`: what its checklists found, as kept with the record."""

    case: Case
    row: Any
    edition: CaseEdition
    step: Step
    state: State
    answers: Mapping[str, Any]
    by: Post
    on: dt.date
    at: dt.datetime
    number: str = ""
    inspected: Mapping[str, Any] = field(default_factory=dict)


Effect = Callable[[Act], Facts]
Draw = Callable[[Act], Paper]
Printed = TypeVar("Printed")


def drawn(skeleton: Callable[[Printed], Paper], facts_of: Callable[[Act], Printed]) -> Draw:
    """A paper of a step: its skeleton, filled with what the procedure knows of the case."""
    return lambda act: skeleton(facts_of(act))


@dataclass(frozen=True)
class Procedure:
    """`opens` refuses what cannot be begun; `kind` tells the kind of workplace a checklist is read for; `asks` refuses
    answers that do not fit one another; `suggests` fills in what the house knows already."""

    case: str
    opens: Callable[[Any], None] = field(default=lambda row: None)
    effects: Mapping[str, Effect] = field(default_factory=dict)
    papers: Mapping[str, Draw] = field(default_factory=dict)
    kind: Callable[[Any], str] = field(default=lambda row: str(getattr(row, "unit_kind", "")))
    asks: Callable[[Act], None] = field(default=lambda act: None)
    suggests: Callable[[Any], Mapping[str, str]] = field(default=lambda row: {})


_PROCEDURES: dict[str, Procedure] = {}


def announce(procedure: Procedure) -> Procedure:
    """Make a procedure known; two with one key are a programming fault."""
    if procedure.case in _PROCEDURES:
        raise ValueError(f"procedure {procedure.case} announced twice")
    _PROCEDURES[procedure.case] = procedure
    return procedure


def procedure_of(case: str) -> Procedure:
    """The procedure's code; one without any when nothing was announced."""
    return _PROCEDURES.get(case, Procedure(case))


def row_of(case: Case) -> Any:
    """The row the case is about, as it is now."""
    model = register_of(case.register).model
    return model._default_manager.select_related(*register_of(case.register).related).get(pk=case.subject)


def facts_seen(case: Case, row: Any, answers: Mapping[str, Any]) -> Facts:
    """What the register and the application say at this moment, masked columns left out."""
    register = register_of(case.register)
    plain = [column.name for column in register.columns if not column.reveal and column.kind != "masked"]
    subject = {name: _told(getattr(row, name)) for name in plain if hasattr(row, name) and "." not in name}
    found: Facts = {"subject": subject, "answers": dict(answers)}
    edition = catalogue().cases[case.edition]
    if edition.decides:
        found["house"] = house_facts(edition, row, case.applied_on)
        found["papers"] = evidence_there(case, edition) if case.pk else []
    return found


def evidence_there(case: Case, edition: CaseEdition) -> list[str]:
    """Keys of the edition's evidence that has been handed in, in its order."""
    there = {one.slot for one in standing_for(SUBJECT, case.pk)}
    return [paper.key for paper in edition.evidence if evidence_slot(paper.key) in there]


def evidence_slot(paper: str) -> str:
    """The place of evidence a paper of the application is put to."""
    return f"{EVIDENCE}.{paper}"


def _told(value: Any) -> Any:
    return value if isinstance(value, str | int | bool | None) else str(value)
