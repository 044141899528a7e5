"""What falls due in a post's part of the tree, as the work calendar knows it: near, due today or overdue."""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from zhijia.accounts.queries import Post
from zhijia.registers.base.dues import Asked, due_kinds, dues_for
from zhijia.web.desk.doors import door_of
from zhijia.web.desk.home.lines import DeskLine, due_line

SHOWN = 3
# What the desk already names among the things that await the post.
AWAITED = ("order", "case")


def pressing(post: Post, on: dt.date) -> Iterator[DeskLine]:
    """Of each kind the most urgent few, then the way to the rest; a kind that cannot be worked out says why."""
    dues = dues_for(Asked(post, on, most=SHOWN + 1), without=AWAITED)
    for fault in dues.faults:
        yield DeskLine(fault.sentence(_), reverse("parameters"), on, "red", _("无法计算"))
    for kind in due_kinds(post):
        found = [due for due in dues.found if due.kind == kind.key]
        for due in found[:SHOWN]:
            yield due_line(due.named or due.what, door_of(due.subject, due.number), due.due, on)
        if len(found) > SHOWN:
            told = _("还有临期和逾期的“%(kind)s”，打开工作日历") % {"kind": kind.label}
            yield DeskLine(told, f"{reverse('calendar')}?{urlencode({'kind': kind.key})}")
