"""Working-day deadlines of an order: by when to sign for it, by when to object."""

import datetime as dt

from zhijia.schemes.deadlines import deadline


def sign_until(issued_on: dt.date) -> dt.date:
    """Last day to sign; afterwards there is a reminder, never a penalty."""
    return deadline("order.sign-days", issued_on).due


def objection_until(signed_on: dt.date) -> dt.date:
    """Last day to object."""
    return deadline("order.objection-days", signed_on).due
