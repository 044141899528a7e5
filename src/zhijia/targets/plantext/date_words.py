"""How plans word a date, and the last acceptable day each wording names (三季度, 5月中旬, “十二五”期末, 三年内)."""

import calendar
import re
from collections.abc import Callable
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
SEASONS = {"安": 6, "暑": 8, "秋": 11, "冬": 12}
FIVE_YEARS = {"十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030}

Resolver = Callable[[re.Match[str], int], date | None]


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def year_of(match: re.Match[str], base: int) -> int:
    """The year a wording names; `base` without one."""
    groups = match.groupdict()
    if groups.get("last"):
        return int(groups["last"].translate(DIGIT_FOR))
    if groups.get("year"):
        return int(groups["year"].translate(DIGIT_FOR))
    return base + SPOKEN.get(groups.get("rel") or "今年", 0)


def _day(match: re.Match[str], base: int) -> date | None:
    month = int(number(match["month2"] or match["month"]))
    day = int(number(match["day2"] or match["day"]))
    year = year_of(match, base)
    return date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def _month(match: re.Match[str], base: int) -> date:
    end = month_end(year_of(match, base), int(number(match["month2"] or match["month"])))
    return end.replace(day=LAST_DAY.get(match["part"] or "", end.day))


def _season(match: re.Match[str], base: int) -> date:
    """安全生产月 is June by national custom; the summer holidays end with August, winter for a plan with its year."""
    return month_end(year_of(match, base), SEASONS[match["season"][0]])


def _quarter(match: re.Match[str], base: int) -> date:
    return month_end(year_of(match, base), 3 * int(number(match["quarter"])))


def _half(match: re.Match[str], base: int) -> date:
    return date(year_of(match, base), 6, 30) if match["half"] in "上中" else date(year_of(match, base), 12, 31)


def _whole_year(match: re.Match[str], base: int) -> date:
    return date(year_of(match, base), 12, 31)


def _five_years(match: re.Match[str], base: int) -> date:
    return date(FIVE_YEARS[match["plan"]], 12, 31)


def _years_from_now(match: re.Match[str], base: int) -> date:
    count = max(int(number(match["count"])), 1)
    named = re.search(r"(十[一二三四五]五)[^。]{0,30}$", match.string[max(0, match.start() - 40) : match.start()])
    if count == 5 and named and FIVE_YEARS[named[1]] >= base:
        # 根据“十二五”规划,未来五年: the five years are those of the plan.
        return date(FIVE_YEARS[named[1]], 12, 31)
    return date(base + count - 1, 12, 31)


def _numeric(match: re.Match[str], base: int) -> date | None:
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    valid = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return date(year, month, day) if valid else None


def _festival(match: re.Match[str], base: int) -> date | None:
    return festival_day(match["festival"], year_of(match, base))


TO = r"(?:-{1,2}|起?至|起?到)"
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
            rf"{WHEN}(?<![\d每第])(?:(?:{MONTH})、){{1,3}}(?P<month>{MONTH})(?P<month2>)(?P<part>)[两三四]个?月份?",
            _month,
        ),
        (
            "month",
            rf"{WHEN}(?<![每第十\d])[一二三四五六七八](?P<month>[二三四五六七八九])(?P<month2>)(?P<part>)(?:两个月|月份?)",
            _month,
        ),
        (
            "month",
            rf"{WHEN}(?<![\d每第])(?:(?:{MONTH})月?、){{1,5}}(?P<month>{MONTH})月份?(?P<month2>)(?!\d){PART}",
            _month,
        ),
        ("month", rf"{WHEN}(?<![\d每个第])(?P<month>{MONTH})月份?(?P<month2>)(?!\d){PART}", _month),
        ("month", rf"{WHEN}“?(?P<season>安全(?:生产)?月)”?(?:活动)?(?:期间|中|内)", _season),
        (
            "month",
            rf"{WHEN}(?P<season>暑[期假])(?:期间|中|内|里|(?=,|组织|举办|开展|走访|慰问|疗|托管|安排|夏令))",
            _season,
        ),
        ("day", rf"“(?P<festival>{'|'.join(FESTIVALS)})”(?=过半|完成|实现|见)", _festival),
        ("month", rf"{WHEN}(?P<season>[秋冬]季)(?=,|组织|举办|开展|举行|走访|慰问)", _season),
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
        (
            "span",
            r"(?<![近满续连每前第\d])(?P<count>[两三四五])年(?=共?(?:投入|新增|培[训养育]|建成|累计|新建|安排|筹集|发展|达到|实现|选树|命名|评选|组织|开展|打造|创建|帮扶|救助|举办|轮训))",
            _years_from_now,
        ),
        ("span", r"(?<!是)(?:第|前)(?P<count>[一二两三四五])年(?=[,:]|完成|达到?|建|实现|要|内)", _years_from_now),
        ("span", r"(?<![近满续连])(?P<count>[二两三四五六2-6])年(?:之内|以内|内)", _years_from_now),
        (
            "day",
            rf"{WHEN}“?(?P<festival>{'|'.join(FESTIVALS)})”?(?:国际)?(?:劳动|妇女|青年|儿童)?节?(?=之?前(?!后)|以前|期间前|(?:到来|来临)之?前)",
            _festival,
        ),
        (
            "day",
            rf"(?<=[到至])“?(?P<festival>{'|'.join(FESTIVALS)})”?节?(?=[,。;、之]|完成|实现|要|必须|达|过)",
            _festival,
        ),
        (
            "year",
            rf"(?:(?P<year>{YEAR})年度?|(?P<rel>今年|本年度?|当年|明年|去年|上一?年度?|前年))(?:的)?(?:年?[底末终]|年?内|以内|全年|期间)?",
            _whole_year,
        ),
        (
            "year",
            r"(?<![一二两三四五六七八九十半\d])(?:到|至)?(?:年底|年末|年终|年内|全年度?|年度内|岁末|本?年度(?!评|考|计|重|目标|工|任|的))",
            _whole_year,
        ),
    )
)
