"""Headings of a plan: what a section speaks of (what was done, what is to be done, how it is scored) and its date."""

import re
from dataclasses import dataclass
from datetime import date

from zhijia.targets.plantext.dates import DateMark, dates_in
from zhijia.targets.plantext.folding import HEADING_WORDS, LONGEST_HEADING, PERIOD_LINE
from zhijia.targets.plantext.mentions import mentions_in

# 【目标】, folded to round brackets.
BRACKETED = re.compile(r"\((?![一二三四五六七八九十\d])[\u4e00-\u9fff]{2,8}\)")
LEVELS: tuple[tuple[float, re.Pattern[str]], ...] = (
    (1, re.compile(r"第[一二三四五六七八九十\d]{1,3}(?:部分|章)|[一二三四五六七八九十]{1,3}、")),
    (2, re.compile(r"\([一二三四五六七八九十]{1,3}\)")),
    (2.5, BRACKETED),
    (3, re.compile(r"\d{1,2}[.、](?!\d)")),
    (4, re.compile(r"\(\d{1,2}\)|\d{1,2}\)|[①-⑳]|[●◆■·★▪•]|-{1,2}(?!\d)")),
)
INLINE_LEVEL = 5.0
PAST_WORDS = re.compile(
    r"回顾(?!大?会)|工作总结(?!会|大会|表彰|暨表彰)|总结$|工作基础|背景|基本概况|工作情况|完成情况|基本情况|主要成绩|取得的|主要做法|存在的?(?:问题|不足)|现状|形势|开展情况|进展情况"
)
RULE_WORDS = re.compile(
    r"评分|计分|等次|评定标准|奖惩|(?:申报|参评|评选|基本|推荐|救助)条件|资格|(?:考核|适用|参评|申报|资助|救助|评选)(?:对象|范围)|(?:参赛|参评|申报|报名)要求|(?:贷款|信贷)(?:要素|条件)|(?:建设|创建|验收|考评|达标|命名)(?:标准|条件)|(?:补助|资助|发放|救助|奖励)标准|有关规定|加减?分|扣分|一票否决"
)
FUTURE_WORDS = re.compile(
    r"任务|目标|打算|安排|计划|部署|思路|重点|要点|举措|措施|下一步|下半年|谋划|展望|设想|方案|行动|指标|进度|名额"
)
# “建功十三五”竞赛 and 《…》 are names; “十三五”期间 stays a date.
UNDATED = re.compile(r"(?<!印发)(?<!下发)(?<!制定)《[^》]*》|“(?!十[一二三四五]五”)[^“”]{3,20}”")
# 今年是“十四五”规划的关键一年 speaks of this year.
KEY_YEAR = re.compile(r"(?:今年|20\d\d年)(?:既?是|作为)[^,。;]{2,40}?(?:之年|关键年|一年|第[二三四五]年)")
BARE_DATE = re.compile(
    r"[(]?(?:签发|印发|发布|成文)?(?:日期|时间)?:?[\d一二三四五六七八九〇零十年月日./-]+[)]?(?:印发|发布)?[)]?"
)


# (2023-2025年) under a title says which years the paper plans.
SPAN_LINE = re.compile(r"\(?20\d\d年?[-至到]20\d\d年?(?:度)?\)?")

# 二、年度目标 speaks of the year in force.
YEARLY = re.compile(r"(?<![\d〇零一二三四五六七八九上])(?:本?年度|全年)(?:主要|重点|总体|工作)*(?:目标|任务|指标|计划)")


# 3月上旬,摸底。 names a phase and its date.
PHASE = re.compile(
    r"(?:20\d\d年)?\d{1,2}月(?:[上中下]旬|底|初|份)?(?:(?:-|至|到)\d{1,2}月(?:[上中下]旬|底|份)?)?,[^,。;:\d]{2,8}。"
)


@dataclass(frozen=True)
class Section:
    """A heading in force: its level, mood (past, future, rules or empty), lent date, the year it names.

    `item`: it only opens a paragraph with more to say, so that a paragraph without a mark ends it.
    """

    level: float
    mood: str
    due: date | None
    year: int | None
    text: str
    item: bool = False


def level_of(text: str) -> float | None:
    """The level of the heading mark a paragraph opens with; None without one."""
    return next((level for level, pattern in LEVELS if pattern.match(text)), None)


def mark_length(text: str) -> int:
    """How many characters the heading mark takes."""
    return next((match.end() for _, pattern in LEVELS if (match := pattern.match(text))), 0)


# 2015年工作总结及2016年打算: what follows looks back until a heading plans.
BACK_THEN_AHEAD = re.compile(
    r"(?:总结|回顾|完成情况|工作情况|小结)[^。]{0,6}(?:[及和与暨、]|以及)[^。]{0,20}(?:计划|打算|安排|思路|要点|部署|任务|谋划)"
)


def mood_of(text: str) -> str:
    """What a heading announces; a heading that names both past and coming work announces nothing."""
    if RULE_WORDS.search(text):
        return "rules"
    past, future = bool(PAST_WORDS.search(text)), bool(FUTURE_WORDS.search(text))
    return "past" if past and not future else "future" if future and not past else ""


def lead_length(text: str) -> int:
    """Length of the part of a paragraph that only announces: a whole short heading, or the words before 。 or :"""
    if PERIOD_LINE.fullmatch(text):
        return len(text)
    bare = re.sub(r"^附件\d{0,2}:|\([^()]{1,30}\)?$", "", text)
    whole = len(text) <= LONGEST_HEADING and bool(bare) and not re.search(r"[,。;:]", bare)
    if whole and not _counts_something(text) and (level_of(text) or HEADING_WORDS.search(bare)):
        return len(text)
    stop = re.search(r"[。:]", text[: LONGEST_HEADING + 1])
    opening = PHASE.match(text)
    if opening and not _counts_something(opening[0]):
        return opening.end()
    if stop and not _counts_something(text[: stop.end()]) and "," not in text[mark_length(text) : stop.start()]:
        return stop.end()
    bracketed = BRACKETED.match(text)
    return bracketed.end() if bracketed else 0


def titled(text: str) -> bool:
    """Whether the first line of a paper names its year and, without a stop inside, can only be its title."""
    short = len(text) <= LONGEST_HEADING and not re.search(r"[,。;:]", text)
    return short and bool(re.search(r"20\d\d年|[二2][〇0]", text)) and not _counts_something(text)


def section_from(text: str, level: float, year: int) -> Section:
    """The section a heading text opens; `year` is the year in force above it."""
    marks = (
        []
        if BARE_DATE.fullmatch(text) and not PERIOD_LINE.fullmatch(text)
        else [mark for mark in dates_in(KEY_YEAR.sub("今年", UNDATED.sub("", text)), year) if mark.due]
    )
    marks += [DateMark(match.start(), match.end(), date(year, 12, 31), "year", None) for match in YEARLY.finditer(text)]
    past = any(mark.given is not None and mark.given < year for mark in marks)
    coming = [mark for mark in marks if mark.due and mark.due.year >= year]
    ahead = any(mark.given is not None and mark.given > year and mark.grain != "span" for mark in marks)
    mood = mood_of(text) or ("past" if past and not coming else "future" if ahead else "")
    last = _latest(coming)
    given = next((mark.given for mark in coming if mark.given and mark.grain != "span"), None)
    return Section(level, mood, last.due if last and mood != "past" else None, given, text)


def _latest(marks: list[DateMark]) -> DateMark | None:
    """The closest date of a heading: a month says more than the year it stands in."""
    order = {"day": 0, "month": 1, "quarter": 2, "half": 3, "span": 4, "year": 5}
    finest = min((order[mark.grain] for mark in marks), default=9)
    return next((mark for mark in reversed(marks) if order[mark.grain] == finest), None)


def _counts_something(text: str) -> bool:
    text = text[mark_length(text) :]
    dates = dates_in(text, 2000)
    return any(
        mention.kind != "duration" and not any(mark.start < mention.end and mention.start < mark.end for mark in dates)
        for mention in mentions_in(text)
        if not re.match(r"[件方项]", text[mention.end - 1 : mention.end]) or mention.value > 9
    )
