"""The small last line of a circular: what pins the ledger of the day it was issued."""

import datetime as dt

from zhijia.ledger.roots import root_of


def ledger_mark(on: dt.date) -> str:
    """The root of the ledger on the day of issue, pinned by being printed; '' while nothing is booked."""
    line, root = root_of(on)
    return f"账本校验码（截至{on.isoformat()}，第{line}行）{root}" if line else ""
