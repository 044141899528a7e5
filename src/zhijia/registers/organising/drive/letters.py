"""The letters of the ladder: what a workplace is told with each step, drawn by the one paper engine.

Their words stand in catalogue/letters. They inform and ask; none of them threatens, since founding is the employees'
right and the employer's only duty is not to stand in its way.
"""

import datetime as dt
from typing import Any

from zhijia.accounts.models import Post
from zhijia.papers.blocks import para
from zhijia.papers.paper import Paper, chinese_date
from zhijia.registers.organising.drive.limits import terms_on
from zhijia.registers.organising.drive.rules.ladder import wait_of
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.deadlines import work_calendar
from zhijia.schemes.letters import Letter


def wording_of(step: str) -> Letter | None:
    """The letter a step sends, or None for a step without one."""
    return catalogue().letters.get(f"nail-{step.lower()}")


def letter_of(nail: Any, wording: Letter, step: str, number: str, on: dt.date, by: Post) -> Paper:
    """The letter of a step to the workplace, from the office that takes the step."""
    office = by.organisation
    due = wait_of(step, on, terms_on(on), work_calendar())
    told = {"due": chinese_date(due) if due else ""}
    return Paper(
        kind=wording.kind,
        title=f"{office.name}{wording.title}",
        issuer=office.name,
        dated=on,
        blocks=tuple(para(text.format(**told)) for text in wording.paragraphs),
        head=office.name,
        number=number,
        format="letter",
        addressees=(nail.employer.name,),
    )
