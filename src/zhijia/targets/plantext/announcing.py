"""What a paragraph says of those below it: a list it opens, the year or the campaign it speaks of."""

import re
from collections.abc import Iterator

from zhijia.targets.plantext.campaigns import PERIOD
from zhijia.targets.plantext.dates import dates_in
from zhijia.targets.plantext.headings import FUTURE_WORDS, PAST_WORDS, level_of
from zhijia.targets.plantext.mentions import mentions_in

# 今年着重做了以下几方面工作: the list below looks back.
DONE_BELOW = re.compile(
    r"(?:做|抓|办|完成|取得|开展|实施)了?了[^,。;:]{0,6}(?:以下|如下|下列)|回顾|总结起来|取得(?:了)?(?:以下|如下)"
    r"|(?:情况|总结|回顾)[^,。;:]{0,8}如下|特[作此](?:如下)?(?:汇报|总结|报告)"
)
# 2019年,县总工会将以…为指导…: a paper without a title says so once.
OPENS_YEAR = re.compile(r"(?:20\d\d年|今年|下半年|新的一年)[,是](?!来)")
CAMPAIGN_LEVEL = 0.3
# 今年,要重点推进“六项工程”。 alone in its paragraph dates the paragraphs below.
THIS_YEAR = re.compile(
    r"(?:今年|20\d\d年|下半年|全年)[^。:]{0,40}(?:做好|抓好|推进|突出|实施|打好|办好|抓|落实)[^。:]{0,30}[。:]"
)
# 决定于5月开展…活动: the period a notice opens with dates the tasks listed below.
CAMPAIGN = re.compile(r"(?:定于|决定,?[于在自从利用]{0,2}|拟于)[^。;]{2,50}(?:开展|举行|组织|实施|举办)")
# 活动时间:4月至10月 as an item of its own dates the whole paper.
PERIOD_STATED = re.compile(
    r"(?:[一二三四五六七]、)?(?:活动|行动|竞赛|实施|创建|开展|推进|整治|攻坚)?(?:的)?(?<!会议)(?:时间|期限|期间|周期)(?:安排|范围)?:?(?P<when>[^,。;:]{3,24})。?"
)
# 一、竞赛时间 alone on its line, the months below it.
PERIOD_HEADING = re.compile(r"(?:活动|行动|竞赛|实施|创建)(?:时间|期限|周期)(?:安排)?$")
PERIOD_BELOW = re.compile(r"[^,。;:]{3,24}")
ANNOUNCES = re.compile(
    r"特[作此](?:如下)?(?:汇报|总结|报告)[。:]?$|(?:以下|如下|下列|下面)[^,。;:]{0,12}[。:]?$|(?:讲|谈|提|强调|说|作)[^,。;:]{0,6}[几两三四五六](?:点|个|条|方面|件)[^,。;:]{0,8}[。:]?$|[几两三四五六七八九十](?:件|桩)(?:大|实|要)?事[。:]?$"
)
LONGEST = 120


def announced(text: str, year: int, *, heading: str, dated: bool, nested: bool) -> Iterator[tuple[str, float | None]]:
    """The words of a paragraph that speak for what stands below, each with the level it speaks on (None: of a list).

    `year` is the year in force, `heading` the innermost heading; `dated` whether a heading lends a date already; `nested` whether the paragraph stands
    below an inner heading, where it speaks of no whole campaign.
    """
    for sentence in (text[: text.find("。") + 1], text[text.rstrip("。:").rfind("。") + 1 :]):
        if len(sentence) < LONGEST and ANNOUNCES.search(sentence):
            yield sentence, None
    yield from _list_opened(text, year)
    if OPENS_YEAR.match(text) and not mentions_in(text[12:]) and not dated:
        yield text[:12], CAMPAIGN_LEVEL
    if len(text) < LONGEST // 2 and THIS_YEAR.fullmatch(text):
        yield text, None
    opened = CAMPAIGN.search(text)
    if opened and (ANNOUNCES.search(text) or (not nested and _states_period(opened[0], year))):
        yield opened[0], CAMPAIGN_LEVEL
    stated = PERIOD_STATED.fullmatch(text)
    below = PERIOD_BELOW.match(text) if PERIOD_HEADING.search(heading) else None
    if below and _states_period(below[0], year):
        yield below[0], CAMPAIGN_LEVEL
    if stated and not nested and _states_period(stated["when"], year):
        yield stated["when"], CAMPAIGN_LEVEL


def _list_opened(text: str, year: int) -> Iterator[tuple[str, None]]:
    """今年,重点抓好以下工作: and the like, ending in a colon."""
    opens = text.endswith(":") and "," in text and len(text) < LONGEST and not level_of(text)
    if opens and (FUTURE_WORDS.search(text) or PAST_WORDS.search(text)):
        last = text[text.rfind("。") + 1 :]
        opening = dates_in(text[:20], year)[:1]
        spans = bool(opening) and opening[0].grain in ("year", "half", "span")
        yield (text if spans and not dates_in(last, year) else last), None


def _states_period(words: str, year: int) -> bool:
    """Whether the words say how long a campaign lasts (自5月10日至8月20日)."""
    return any(
        mark.due and (PERIOD.search(words[mark.start : mark.end]) or mark.grain in ("month", "span"))
        for mark in dates_in(words, year)
    )
