"""Working-day deadlines of an order: by when to sign for it, by when to object."""

import datetime as dt

from zhijia.kit.workdays import WorkCalendar
from zhijia.schemes.catalogue import catalogue


def sign_until(issued_on: dt.date) -> dt.date:
    """Last day to sign; afterwards there is a reminder, never a penalty."""
    return _after(issued_on, "order.sign-days")


def objection_until(signed_on: dt.date) -> dt.date:
    """Last day to object."""
    return _after(signed_on, "order.objection-days")


def _after(start: dt.date, parameter: str) -> dt.date:
    return WorkCalendar().last_workday(start, int(catalogue().number(parameter, start)))
