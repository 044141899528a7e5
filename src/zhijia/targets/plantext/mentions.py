"""Every quantity a sentence mentions, before anyone asks whether it is a target.

A mention is a value (or a range), its unit, and where it stands in the folded text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhijia.kit.numerals import ARABIC_PATTERN, CHINESE_PATTERN, DIGITS, number, span
from zhijia.targets.plantext.units import DURATIONS, LEARNING, MONEY, ONLY_AFTER_DIGITS, PERCENT, UNIT_PATTERN, unit_of

NUMBER = rf"(?:{ARABIC_PATTERN}[百千]?[万亿]?|{CHINESE_PATTERN})"
BETWEEN = r"(?:-{1,2}|至|到)"
NOT_INSIDE = r"(?<![\d.〇零一二两三四五六七八九十百千万亿])"
COUNT = re.compile(
    rf"{NOT_INSIDE}(?:(?P<low>{NUMBER})(?:{UNIT_PATTERN}|元)?{BETWEEN}|(?P<near>[1-9一二两三四五六七八])、)?(?P<high>{NUMBER})"
    rf"(?P<more>[多余几])?(?P<scale>[万亿])?(?:(?P<money>元(?!旦|宵|月)|块钱|块(?=经费|奖|的?补))|(?P<unit>{UNIT_PATTERN}))"
)
BARE_MONEY = re.compile(
    rf"(?:(?<=建成)|(?<=打造成)|(?<=培育成)|(?<=打造)|(?<=做成)|(?<=发展成)|(?<=成为))(?:一个)?(?P<high>[二三四五六七八九]?[十百千]亿元?)(?=级?(?:的)?(?:[\u4e00-\u9fff]{0, 4})?(?:园区|企业|产业|集群|镇|强))"
)
# 突破亿元大关: the bare 亿元 is a figure there; 投放2500万: money says so before it.
GREAT_MARK = re.compile(
    r"(?:(?<=突破)|(?<=达到)|(?<=跨过)|(?<=迈上)|(?<=超过)|(?<=超))(?P<high>[十百千]?亿)元?(?=大关|台阶|[,。;、])"
)
SPOKEN_MONEY = re.compile(
    rf"(?P<said>(?:资金|贷款?|授信|投放|筹集|募集|经费|投入|拿出?|挤出|出资|落实|安排|支持|给|余额|会费|放出去|助学金|慰问金|金额)[^,。;:\d]{{0,8}}){NOT_INSIDE}"
    rf"(?P<high>(?:{ARABIC_PATTERN}|[一二两三四五六七八九十百千]{{1,6}})[千百]?[万亿])(?=(?:以上|左右)?[,。;、)])"
)
# 会员增加一万二: people are what is counted.
SPOKEN_PEOPLE = re.compile(
    rf"(?:会员|职工|人数|农民工|学员)[^,。;:\d一二三四五六七八九十]{{0,8}}{NOT_INSIDE}"
    rf"(?P<high>{ARABIC_PATTERN}万|[一二两三四五六七八九]{{1,2}}[万千](?:[一二三四五六七八九](?![十百千]))?)(?=(?:以上|左右)?[,。;、)])"
)
RATE = re.compile(
    rf"{NOT_INSIDE}(?:(?P<low>{ARABIC_PATTERN})%?(?:-{{1,2}}|至|到))?(?P<high>{ARABIC_PATTERN})%"
    rf"|百分之(?P<clow>{CHINESE_PATTERN}|{ARABIC_PATTERN})(?:(?:-|至|到)(?:百分之)?(?P<chigh>{CHINESE_PATTERN}|{ARABIC_PATTERN}))?"
    r"|(?P<whole>百分百|百分之百)"
)
SHARE = re.compile(
    rf"{NOT_INSIDE}(?P<of>\d{{1,2}}|[二三四五六七八九十]{{1,2}})分之(?P<part>\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})"
)
TENTHS = re.compile(
    r"(?P<tens>[一二两三四五六七八九])成(?P<half>[一二三四五六七八九半])?"
    r"(?![立员为果功效长熟才绩本就都份套批])"
)
HALF = re.compile(r"一半(?=以上|的|左右|[,。;、])|半数(?=以上|的)|过半(?!数)")
ALL = re.compile(
    r"全覆盖|全面覆盖"
    r"|全部(?!职工|企业|会员|力量|精力|基层|单位|人员|女|困难|规模|内容|责任|资产|经费|的|工会|镇|村|社区|街道|由|是|为|归|任务|工作|项目|资金|学生|家庭|代表|委员|干部|财产|时间|费用|收入|条款|合同|劳动|农民|来自|属于|在|有|集中|精|班组|岗位|[,。;:、)”\d一二三四五六七八九])"
    r"|(?<=完成)全部(?!\d)"
)
# 一一对应, 一二三类: digits side by side are no count, except a spoken pair (七八个).
STRINGS = re.compile(
    r"[〇零一二两三四五六七八九]*(?:一一|二二|三三)[〇零一二三四五六七八九]*|[〇零一二两三四五六七八九]{3,}"
)
# 五一期间 is a feast, no fifty-first issue.
FEAST = re.compile(r"[五七八六](?:一|四)|三八")
FULFIL = re.compile(
    r"全面完成(?=[^,。;:\d]{0,12}(?:组建|建会|会员发展|换届|续签|签订|升星|建档|摸排|创建)[^,。;:]{0,8}任务)"
)


@dataclass(frozen=True)
class Mention:
    """A quantity at [start, end) of the folded text. `kind` is rate, money, count, duration, whole or fulfil."""

    value: float
    value_max: float | None
    unit: str
    start: int
    end: int
    kind: str
    written: str


def mentions_in(text: str) -> list[Mention]:
    """All mentions, in order, none overlapping another; a rate wins over a count that shares its digits."""
    found: list[Mention] = []
    taken = bytearray(len(text))
    for reader in (_rates, _shares, _tenths, _wholes, _bare_money, _counts, _bare_people):
        for mention in reader(text):
            if not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _rates(text: str) -> Iterator[Mention]:
    for match in RATE.finditer(text):
        if match["whole"]:
            low, high = 100.0, None
        elif match["clow"]:
            low, high = number(match["clow"]), number(match["chigh"]) if match["chigh"] else None
        else:
            low, high = _ordered(match["low"], number(match["high"]))
        yield Mention(low, high, PERCENT, match.start(), match.end(), "rate", match[0])


def _ordered(low: str | None, high: float) -> tuple[float, float | None]:
    return (number(low), high) if low else (high, None)


def _shares(text: str) -> Iterator[Mention]:
    for match in SHARE.finditer(text):
        whole, part = number(match["of"]), number(match["part"])
        if 0 < part <= whole:
            yield Mention(round(100 * part / whole, 2), None, PERCENT, match.start(), match.end(), "rate", match[0])


def _tenths(text: str) -> Iterator[Mention]:
    for match in TENTHS.finditer(text):
        half = match["half"] or "零"
        value = 10.0 * DIGITS[match["tens"]] + (5 if half == "半" else DIGITS[half])
        yield Mention(value, None, PERCENT, match.start(), match.end(), "rate", match[0])


def _wholes(text: str) -> Iterator[Mention]:
    for match in HALF.finditer(text):
        yield Mention(50.0, None, PERCENT, match.start(), match.end(), "rate", match[0])
    for pattern, kind in ((ALL, "whole"), (FULFIL, "fulfil")):
        for match in pattern.finditer(text):
            yield Mention(100.0, None, PERCENT, match.start(), match.end(), kind, match[0])


def _bare_money(text: str) -> Iterator[Mention]:
    for pattern in (BARE_MONEY, GREAT_MARK, SPOKEN_MONEY):
        for match in pattern.finditer(text):
            start = match.start("high")
            end = match.end("high") if pattern is SPOKEN_MONEY else match.end()
            yield Mention(number(match["high"]), None, MONEY, start, end, "money", text[start:end])


def _bare_people(text: str) -> Iterator[Mention]:
    for match in SPOKEN_PEOPLE.finditer(text):
        start, end = match.span("high")
        yield Mention(number(match["high"]), None, "人", start, end, "count", match["high"])


def _counts(text: str) -> Iterator[Mention]:
    for match in COUNT.finditer(text):
        unit = MONEY if match["money"] else match["unit"]
        if (
            match["high"] in ("万", "亿", "万亿")
            or STRINGS.fullmatch(match["high"])
            or FEAST.fullmatch(match["high"])
            or (unit in ONLY_AFTER_DIGITS and not match["high"][0].isdigit())
        ):
            continue
        near = match["near"] if match["near"] and number(match["high"]) == number(match["near"]) + 1 else None
        low, high = _values(match["low"] or near, match["high"], match["scale"] or "")
        if match["low"] and text[match.start() - 1 : match.start()] in ("由", "从") and high is not None:
            low, high = high, None
        kind = (
            "money"
            if unit == MONEY
            else "duration"
            if unit in DURATIONS
            else "learning"
            if unit in LEARNING
            else "count"
        )
        yield Mention(low, high, unit_of(unit), match.start(), match.end(), kind, match[0])


def _some(text: str) -> tuple[float, float] | None:
    """三五十, 三五百: some thirty to fifty."""
    match = re.fullmatch(r"三五([十百千])([万亿]?)", text)
    tail = match[1] + match[2] if match else ""
    return (number("三" + tail), number("五" + tail)) if match else None


def _values(low_text: str | None, high_text: str, scale: str) -> tuple[float, float | None]:
    """Low and high; a 万 or 亿 behind the high end serves both (5至8万元) when the low end has none."""
    factor = number("1" + scale) if scale else 1.0
    first, second = _some(high_text) or span(high_text)
    first, second = first * factor, second * factor if second is not None else None
    if low_text is None:
        return first, second
    low = span(low_text)[0]
    tail = scale or (high_text[-1] if high_text[-1] in "万亿" else "")
    if tail and low_text[-1] not in "万亿" and low < first:
        shared = number("1" + tail)
        low = low * shared if low * shared < first else low
    return (low, first) if low < first else (first, None)
