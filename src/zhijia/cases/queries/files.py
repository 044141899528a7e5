"""Files of a case: papers handed in, papers issued, and who objected (only for those who answer)."""

from dataclasses import dataclass
from typing import Any

from zhijia.cases.actions.objections import WHO
from zhijia.cases.actions.papers import SUBJECT
from zhijia.cases.models import Case, CasePaper
from zhijia.cases.queries.cards import Card
from zhijia.evidence.queries import Standing, standing_for
from zhijia.registers.base.sealing import keyring


@dataclass(frozen=True)
class Objection:
    """One objection with its answer; `who` only for those whose step it is."""

    record: Any
    who: str
    answer: Any
    open: bool


def case_files(case: Case) -> list[Standing]:
    """Everything handed in, in order of upload."""
    return standing_for(SUBJECT, case.pk)


def paper_of(case: Case, number: int) -> CasePaper | None:
    """One issued paper of this case."""
    return CasePaper.objects.filter(record__case=case, pk=number).select_related("paper").first()


def objectors(card: Card) -> list[Objection]:
    """Objections of the case, oldest first."""
    answers = {int(one.data["objection"]): one for one in card.records if one.verb == "answered"}
    still = {one.sequence for one in card.state.objections}
    found = []
    for record in card.records:
        if record.verb == "objected":
            sealed = record.data.get("who", "")
            who = keyring().open_(sealed, WHO) if sealed and card.may else ""
            found.append(Objection(record, who, answers.get(record.sequence), record.sequence in still))
    return found
