"""Showing a personal number in full: only with the right, only for a purpose, always with a line in the journal."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Column, Register

NO_PURPOSE = gettext_noop("查看完整号码需要写明用途。")
NOT_MASKED = gettext_noop("“%(label)s”不是遮蔽显示的栏目。")


@transaction.atomic
def reveal_value(
    register: Register, *, row: Fact, column: Column, purpose: str, by: Post, at: dt.datetime
) -> str:  # fmt: skip
    """The full value of a masked column; Refused without the right, Problem without a purpose."""
    if not column.reveal:
        raise Problem(NOT_MASKED, label=register.label_of(column))
    by.may(f"{register.area}.reveal", row.organisation).insist()
    if not purpose.strip():
        raise Problem(NO_PURPOSE)
    detail = {"register": register.label, "name": register.title(row), "field": register.label_of(column)}
    record(
        kind="fact.revealed", by=by, at=at, organisation=row.organisation_id, subject=register.key,
        subject_id=row.entity, detail={**detail, "purpose": purpose.strip()[:200]},
    )  # fmt: skip
    return str(getattr(row, column.reveal))
