"""集中行动期间: a period named once with its months and taken up later by its name."""

import re
from datetime import date

from zhijia.targets.plantext.date_words import month_end
from zhijia.targets.plantext.dates import DateMark

NAMED = re.compile(r"(?:行动|活动|突击月?|攻坚|竞赛月?|会战|宣传月|读书月)(?:期[间内]|结束(?:之?前|时))")
# 第十二届读书月期间 speaks of another year.
EDITION = re.compile(r"第[一二三四五六七八九十\d]{1,3}届[^,。;]*$|(?:去年|上年|上届)[^,。;]*$")
PERIOD = re.compile(r"月.*(?:-|至|到).*[月日]|月.*(?:-|至|到)|(?:-|至|到).*[月日]")


BARE_THIRD = re.compile(r"(?<![\d一二三四五六七八九十月])(?P<part>上中旬|上旬|中旬|下旬)")
THIRDS = {"上旬": 10, "中旬": 20, "上中旬": 20}


def with_thirds(marks: list[DateMark], text: str, month: date | None) -> list[DateMark]:
    """The paragraph's dates with each bare 中旬 dated in the month of the heading above; unchanged without one."""
    if month is None:
        return marks
    found = [
        DateMark(match.start(), match.end(), month.replace(day=THIRDS.get(match["part"], month.day)), "month", None)
        for match in BARE_THIRD.finditer(text)
        if not any(mark.start <= match.start() < mark.end for mark in marks)
    ]
    return sorted([*marks, *found], key=lambda mark: mark.start)


THIS_MONTH = re.compile(
    r"(?<!每)(?P<next>下个?|本|当)月(?!已|以来|初|上|中旬)(?:底|末|内|份)?|(?<![\d一二三四五六七八九十个每本当下])月[底末](?=之?前)"
)


def with_this_month(marks: list[DateMark], text: str, written: date | None) -> list[DateMark]:
    """The paragraph's dates with 本月底 and 下月 dated by the day the paper was written; unchanged without one."""
    if written is None:
        return marks
    found = []
    for match in THIS_MONTH.finditer(text):
        later = written.month + ((match["next"] or "").startswith("下"))
        due = month_end(written.year + later // 13, (later - 1) % 12 + 1)
        if not any(mark.start < match.end() and match.start() < mark.end for mark in marks):
            found.append(DateMark(match.start(), match.end(), due, "month", None))
    return sorted([*marks, *found], key=lambda mark: mark.start)


def with_campaign(marks: list[DateMark], text: str, end: date | None) -> list[DateMark]:
    """The paragraph's dates with each later naming of the period dated by its end; unchanged when none was announced."""
    if end is None:
        return marks
    named = [
        DateMark(match.start(), match.end(), end, "month", None)
        for match in NAMED.finditer(text)
        if not EDITION.search(text[max(0, match.start() - 16) : match.start()])
    ]
    return sorted([*marks, *named], key=lambda mark: mark.start)
