"""What the house knows of an applicant without asking: columns and terms of the register, as of the day of application."""

import datetime as dt
from typing import Any

from zhijia.registers.base.register import register_of
from zhijia.registers.base.window import Window
from zhijia.schemes.cases import CaseEdition

Told = str | bool | int | None


def house_facts(edition: CaseEdition, row: Any, on: dt.date) -> dict[str, Told]:
    """The value of every `facts` entry that is not worked out from others. Costs one query for each term."""
    return {key: _told(edition, key, row, on) for key, fact in edition.facts.items() if fact.difference is None}


def _told(edition: CaseEdition, key: str, row: Any, on: dt.date) -> Told:
    fact = edition.facts[key]
    if fact.column:
        value = getattr(row, fact.column)
        return value if isinstance(value, bool | int | None) else str(value)
    register = register_of(edition.subject)
    condition = register.where([fact.term], Window.year_to(on))
    return bool(register.model._default_manager.filter(condition, pk=row.pk).exists())
