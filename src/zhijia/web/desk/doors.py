"""From the journal's word for a thing to the page where it is shown: registers by their key, the rest by name."""

from collections.abc import Callable, Mapping

from django.urls import reverse

from zhijia.registers.base.register import registers

PAGES: Mapping[str, Callable[[int], str]] = {
    "cases.case": lambda number: reverse("case", args=[number]),
    "targets.order": lambda number: reverse("order", args=[number]),
    "organising.meeting-year": lambda number: reverse("meeting-year"),
    "organising.round-page": lambda number: reverse("survey-round", args=[number]),
    "organising.nail-step": lambda number: reverse("nail-step", args=[number]),
    "organising.transfer": lambda number: reverse("transfers"),
}


def door_of(subject: str, number: int) -> str:
    """The address of the thing's page; '' for a thing without one."""
    if subject in PAGES:
        return PAGES[subject](number)
    known = {register.key for register in registers()}
    return reverse("record", args=[subject, number]) if subject in known else ""
