"""Checks of the dates: how they are written, and that the paper is dated by its signing."""

import re
from collections.abc import Iterator
from datetime import date

from zhijia.papers.check.facts import Facts
from zhijia.papers.check.verdict import GB, Rule, Verdict
from zhijia.papers.paper import Paper, chinese_date, full_text

FORM = Rule("date.form", GB + "7.3.5", "must")
PADDED = Rule("date.padded", GB + "7.3.5", "must")
REAL = Rule("date.real", GB + "7.3.5", "must")
SIGNING = Rule("date.signing", GB + "7.3.5", "must")
PADDING = re.compile(r"(?:\d{4}年)?(?:0\d月\d{1,2}日|\d{1,2}月0\d日|0\d月)")
FULL = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def is_real(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def check_written(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """2026年9月1日, without padding; every full date in the text is a real day."""
    faults = []
    if paper.date_line != chinese_date(paper.dated):
        faults.append(f"成文日期写作“{paper.date_line}”，应写作“{chinese_date(paper.dated)}”。")
    yield from FORM.judged(faults, "成文日期写法正确。")
    text = full_text(paper)
    faults = [f"日期“{found[0]}”编了虚位，月、日前不加0。" for found in PADDING.finditer(text)]
    yield from PADDED.judged(faults, "日期没有编虚位。")
    faults = [
        f"“{found[0]}”不是真实存在的日期，请改正。"
        for found in FULL.finditer(text)
        if not is_real(int(found[1]), int(found[2]), int(found[3]))
    ]
    yield from REAL.judged(faults, "文中日期都真实存在。")


def check_signing(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """The date is the day of signing and not before the last review."""
    faults = []
    if facts.signed_on and facts.signed_on != paper.dated:
        faults.append(f"成文日期{chinese_date(paper.dated)}与签发日期{chinese_date(facts.signed_on)}不一致。")
    if facts.last_review and paper.dated < facts.last_review:
        faults.append(f"成文日期{chinese_date(paper.dated)}早于最后审核日期{chinese_date(facts.last_review)}。")
    if facts.signed_on is None and not faults:
        yield SIGNING.says("hand", "尚未签发，签发后请核对成文日期。")
    else:
        yield from SIGNING.judged(faults, "成文日期与签发日期一致。")
