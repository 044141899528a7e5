"""Dates in a plan, read as last acceptable days: 三季度 is 30 September, 5月中旬 is the 20th, 十二五期末 is 31 December 2015."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from zhijia.kit.numerals import number
from zhijia.targets.plantext.festivals import FESTIVALS, festival_day

YEAR = r"20\d\d|[二2][〇零0][0-3〇零一二三][\d〇零一二三四五六七八九]"
MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
DAY = r"3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
WHEN = rf"(?:(?P<year>{YEAR})年度?|(?P<rel>今年|本年度?|当年|明年|去年|上一?年度?|前年)(?:的)?)?"
PART = r"(?:的)?(?P<part>上中旬|中下旬|上旬|中旬|下旬|底|末|中|初)?"
SPOKEN = {"今年": 0, "本年": 0, "本年度": 0, "当年": 0, "明年": 1, "去年": -1, "上年": -1, "上一年": -1, "上年度": -1}
SPOKEN |= {"上一年度": -1, "前年": -2}
DIGIT_FOR = str.maketrans("〇零一二三四五六七八九", "00123456789")
LAST_DAY = {"上旬": 10, "上中旬": 20, "中旬": 20, "中": 15, "初": 10}
FIVE_YEARS = {"十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030}


@dataclass(frozen=True)
class DateMark:
    """A date at [start, end). `due` is None when it lends nothing (a start, a period that repeats).

    `grain` is day, month, quarter, half, year or span; `given` is the calendar year when written out.
    """

    start: int
    end: int
    due: date | None
    grain: str
    given: int | None


# A pattern is tried only on text that has a character it cannot do without.
ANCHORS = {
    "day": ("月", "20", *FESTIVALS),
    "month": ("月",),
    "quarter": ("季",),
    "half": ("半年", "年中"),
    "span": ("五", "年"),
}

Resolver = Callable[[re.Match[str], int], date | None]


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def _year(match: re.Match[str], base: int) -> int:
    groups = match.groupdict()
    if groups.get("last"):
        return int(groups["last"].translate(DIGIT_FOR))
    if groups.get("year"):
        return int(groups["year"].translate(DIGIT_FOR))
    return base + SPOKEN.get(groups.get("rel") or "今年", 0)


def _day(match: re.Match[str], base: int) -> date | None:
    month = int(number(match["month2"] or match["month"]))
    day = int(number(match["day2"] or match["day"]))
    year = _year(match, base)
    return date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def _month(match: re.Match[str], base: int) -> date:
    end = month_end(_year(match, base), int(number(match["month2"] or match["month"])))
    return end.replace(day=LAST_DAY.get(match["part"] or "", end.day))


def _quarter(match: re.Match[str], base: int) -> date:
    return month_end(_year(match, base), 3 * int(number(match["quarter"])))


def _half(match: re.Match[str], base: int) -> date:
    return date(_year(match, base), 6, 30) if match["half"] in "上中" else date(_year(match, base), 12, 31)


def _whole_year(match: re.Match[str], base: int) -> date:
    return date(_year(match, base), 12, 31)


def _five_years(match: re.Match[str], base: int) -> date:
    return date(FIVE_YEARS[match["plan"]], 12, 31)


def _years_from_now(match: re.Match[str], base: int) -> date:
    return date(base + max(int(number(match["count"])), 1) - 1, 12, 31)


def _numeric(match: re.Match[str], base: int) -> date | None:
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    valid = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return date(year, month, day) if valid else None


def _festival(match: re.Match[str], base: int) -> date | None:
    return festival_day(match["festival"], _year(match, base))


TO = r"(?:-{1,2}|至|到)"
READERS: tuple[tuple[str, re.Pattern[str], Resolver], ...] = tuple(
    (grain, re.compile(pattern), resolver)
    for grain, pattern, resolver in (
        ("day", r"(?<!\d)(?P<y>20\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)", _numeric),
        (
            "day",
            rf"{WHEN}(?<!\d)(?P<month>{MONTH})月(?P<day>{DAY})[日号]?{TO}(?:(?P<last>{YEAR})年)?(?:(?P<month2>{MONTH})月)?(?P<day2>{DAY})[日号]",
            _day,
        ),
        ("day", rf"{WHEN}(?<!\d)(?P<month>{MONTH})月(?P<day>{DAY})[日号](?P<month2>)(?P<day2>)", _day),
        ("span", rf"(?P<year>{YEAR})年?{TO}(?P<last>{YEAR})年?", _whole_year),
        (
            "month",
            rf"{WHEN}(?<![\d每第])(?:{MONTH})月?份?(?:[上中下]旬)?(?:底|末|初)?{TO}(?:(?P<last>{YEAR})年)?(?P<month>{MONTH})月份?(?P<month2>)(?!\d){PART}",
            _month,
        ),
        (
            "month",
            rf"{WHEN}(?<![\d每第])(?:(?:{MONTH})月?、){{1,5}}(?P<month>{MONTH})月份?(?P<month2>)(?!\d){PART}",
            _month,
        ),
        ("month", rf"{WHEN}(?<![\d每个第])(?P<month>{MONTH})月份?(?P<month2>)(?!\d){PART}", _month),
        (
            "quarter",
            rf"{WHEN}(?<![每各])第?(?:[一二三1-3](?:、|-|至|到))?(?<![每各])(?:第|前)?(?P<quarter>[一二三四1-4])(?:个)?季度(?:末|底)?",
            _quarter,
        ),
        ("half", rf"{WHEN}(?P<half>上|下|中)半年", _half),
        ("half", rf"{WHEN}年(?P<half>中)(?=前|,|、|完|实|达|:)", _half),
        (
            "span",
            r"“?(?P<plan>十[一二三四五]五)”?(?:规划)?(?:时期|期间|期)?(?:内|期?末|底|结束)?(?!规划|开局|大幕|以来|发展)",
            _five_years,
        ),
        (
            "span",
            r"(?:用|在|力争|争取|通过|未来|今后|利用|经过|计划)(?:用)?(?P<count>[二两三四五六2-6])(?:到[三四五]|至[三四五])?年(?:左右)?(?:的)?(?:时间|内|努力|,|以内)?",
            _years_from_now,
        ),
        ("span", r"(?<![近满续连])(?P<count>[二两三四五六2-6])年(?:之内|以内|内)", _years_from_now),
        (
            "day",
            rf"{WHEN}“?(?P<festival>{'|'.join(FESTIVALS)})”?(?:劳动节|国际劳动节|节)?(?=之?前|以前|期间前)",
            _festival,
        ),
        (
            "year",
            rf"(?:(?P<year>{YEAR})年度?|(?P<rel>今年|本年度?|当年|明年|去年|上一?年度?|前年))(?:的)?(?:年?[底末终]|年?内|以内|全年|期间)?",
            _whole_year,
        ),
        (
            "year",
            r"(?:到|至)?(?:年底|年末|年终|年内|全年度?|年度内|岁末|本?年度(?!评|考|计|重|目标|工|任|的))",
            _whole_year,
        ),
    )
)
STARTS = re.compile(r"起(?!草|来)|开始|以后|之后|启动")
SINCE = re.compile(r"(?:份)?以来")


def dates_in(text: str, year: int) -> list[DateMark]:
    """Every date of a folded paragraph in order; `year` is the year of dates that name none."""
    found: list[DateMark] = []
    taken = bytearray(len(text))
    for grain, pattern, resolver in READERS:
        if not any(anchor in text for anchor in ANCHORS.get(grain, "年")):
            continue
        for match in pattern.finditer(text):
            if match.end() > match.start() and not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                found.append(_mark(match, grain, resolver, text, year))
    return list(_with_carried_years(sorted(found, key=lambda mark: mark.start), text, year))


def _mark(match: re.Match[str], grain: str, resolver: Resolver, text: str, year: int) -> DateMark:
    groups = match.groupdict()
    written = groups.get("last") or groups.get("year") or groups.get("y")
    given = int(written.translate(DIGIT_FOR)) if written else _year(match, year) if groups.get("rel") else None
    due = None if STARTS.match(text, match.end()) or SINCE.match(text, match.end()) else resolver(match, year)
    return DateMark(match.start(), match.end(), due, grain, given)


def _with_carried_years(marks: list[DateMark], text: str, year: int) -> Iterator[DateMark]:
    """A year written earlier in the sentence serves the months behind it (2023年6月底前…;12月底前…)."""
    carried, since = year, 0
    for mark in marks:
        if "。" in text[since : mark.start]:
            carried = year
        since = mark.start
        if mark.given is not None:
            carried = mark.given if mark.given >= year else carried
        elif mark.due and mark.grain in ("day", "month", "quarter", "half") and carried != year:
            mark = DateMark(mark.start, mark.end, _moved(mark.due, carried), mark.grain, None)
        yield mark


def _moved(due: date, year: int) -> date:
    last = calendar.monthrange(year, due.month)[1]
    return due.replace(year=year, day=min(due.day, last) if due.month == 2 else due.day)
