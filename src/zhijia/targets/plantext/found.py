"""A figure judged, and what its neighbours say of it: parts of a whole in brackets, one thing said twice."""

from dataclasses import dataclass, replace
from datetime import date

from zhijia.targets.plantext import reasons
from zhijia.targets.plantext.mentions import Mention


@dataclass(frozen=True)
class Found:
    """A figure judged: `reason` says why it is none; otherwise the target's parts, `source` telling where its date is from."""

    mention: Mention
    start: int
    end: int
    reason: str | None
    comparator: str = ">="
    due: date | None = None
    source: str = "none"
    subject: str = ""
    confidence: float = 0.0


def with_parts(found: list[Found], text: str) -> list[Found]:
    """2.1万名劳动者(其中送餐员4800人、司机6300人): the parts in the bracket are of the kind of the whole before it."""
    done: list[Found] = []
    opened, whole = -1, None
    for one in found:
        opening = text.rfind("(", max(0, one.mention.start - 60), one.mention.start)
        if opening < 0 or ")" in text[opening : one.mention.start]:
            opened, whole = -1, None
        elif opening != opened:
            head = done[-1] if done else None
            near = head is not None and 0 <= opening - head.mention.end <= 16
            opened, whole = opening, head if near and text.startswith(("其中", "含", "包括"), opening + 1) else None
        if whole and not one.reason and whole.reason in (reasons.STOCK, reasons.REACHED, reasons.BASIS):
            one = replace(one, reason=whole.reason)
        done.append(one)
    return done


def without_doubles(found: list[Found]) -> list[Found]:
    """100%全覆盖 and 把60万元全部发放 say one thing twice; the first figure stands for both."""
    kept: list[Found] = []
    for one in found:
        last = kept[-1] if kept else None
        twice = (
            last is not None
            and not last.reason
            and not one.reason
            and (last.mention.value, last.mention.unit) == (100.0, "%")
        )
        if twice and last and one.mention.kind == "whole" and one.mention.start - last.mention.end <= 3:
            continue
        paid_out = last is not None and not last.reason and last.mention.kind == "money" and last.start == one.start
        if paid_out and one.mention.written == "全部":
            continue
        kept.append(one)
    return kept
