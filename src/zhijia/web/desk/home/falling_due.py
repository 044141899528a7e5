"""What falls due in the registers of a subtree: terms of office and collective contracts near or past their last day."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from zhijia.accounts.queries import Post
from zhijia.kit.period import Span
from zhijia.registers.base.queries import rows_for
from zhijia.registers.base.register import Register, register_of
from zhijia.registers.base.show import code_label
from zhijia.registers.base.window import Window
from zhijia.registers.organising.transfers import arriving, leaving
from zhijia.schemes.catalogue import catalogue
from zhijia.web.desk.home.lines import DeskLine, due_line

SHOWN = 6
TERM, CONTRACT, KINDS = "organising.term", "relations.contract", "contract-kind"


def terms(post: Post, on: dt.date) -> Iterator[DeskLine]:
    """Terms past their day without a next one, and terms that run out within the county's days of warning."""
    register, ahead, today = register_of(TERM), _ahead("term.warn-days", on), Window.year_to(on)
    late, soon = register.asked("overdue_on", on, today), register.asked("expiring_in", ahead, today)
    near = _nearest(register, post, late | soon, "due_on")
    for row in near[:SHOWN]:
        past = row.due_on < on
        label = _("%(union)s超期未换届") if past else _("%(union)s即将届满")
        yield due_line(label % {"union": row.union}, _record(TERM, row), row.due_on, on)
    if len(near) > SHOWN:
        yield DeskLine(_("还有超期未换届的工会，打开名单"), _list(TERM, overdue_on=on.isoformat()))
        yield DeskLine(_("还有即将届满的工会，打开名单"), _list(TERM, expiring_in=_typed(ahead)))


def contracts(post: Post, on: dt.date) -> Iterator[DeskLine]:
    """Collective contracts that run out within the county's days of warning."""
    register, ahead = register_of(CONTRACT), _ahead("contract.warn-days", on)
    near = _nearest(register, post, register.asked("expiring_in", ahead, Window.year_to(on)), "ends_on")
    for row in near[:SHOWN]:
        label = _("%(employer)s的%(kind)s即将到期") % {"employer": row.employer, "kind": code_label(KINDS, row.kind)}
        yield due_line(label, _record(CONTRACT, row), row.ends_on, on)
    if len(near) > SHOWN:
        yield DeskLine(_("还有即将到期的集体合同，打开名单"), _list(CONTRACT, expiring_in=_typed(ahead)))


def transfers(post: Post, on: dt.date) -> Iterator[DeskLine]:
    """Members let go to or from here whom nobody has taken in within the county's working days."""
    for each in [*arriving(post), *leaving(post)][:SHOWN]:
        if each.late(on):
            label = _("%(name)s转会未接收") % {"name": each.member.name}
            yield due_line(label, reverse("transfers"), each.remind_on, on)


def _ahead(parameter: str, on: dt.date) -> Span:
    return Span(on, on + dt.timedelta(days=int(catalogue().number(parameter, on))))


def _nearest(register: Register, post: Post, condition: Q, by: str) -> list[Any]:
    """One row more than is shown, so that a longer list is noticed without counting it."""
    if not post.may(f"{register.area}.view"):
        return []
    rows = rows_for(register, post).filter(condition).select_related(*register.related)
    return list(rows.order_by(by, "pk")[: SHOWN + 1])


def _record(key: str, row: Any) -> str:
    return reverse("record", args=[key, row.pk])


def _list(key: str, **asked: str) -> str:
    return f"{reverse('register', args=[key])}?{urlencode(asked)}"


def _typed(span: Span) -> str:
    return f"{span.first.isoformat()}..{span.last.isoformat()}"
