"""Whether a figure was reached already or is still to be reached, from the words nearest before it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from zhijia.targets.plantext.aspect import PERFECTIVE
from zhijia.targets.plantext.dates import DateMark

DONE = re.compile(
    r"已(?:经)?|曾|过去|上一?届(?![^,。;]{0,4}(?:任务|目标))|往届|今年前|前(?:\d{1,2}|[一二三四五六七八九十]{1,2})个月(?!内)|参观了|走访了|往年|历年|以往|为止|到(?:昨天|今天|上周|上月|现在)|近年来?|近[两三几五]年|以来|截至|截止|目前|现在(?=注册|登记|共?有|已)|(?<![实发体])现有|(?<![实发体])现已|现共|现辖|(?<![实发体出呈展涌])现(?=覆盖|联系|建有|设有|下有|职工|会员|在编|在职|服务)|至今|迄今|拥有|下辖|下设|(?<!全)辖(?=\d)|取得(?:了|的|[^,。;\d]{0,8}(?:成绩|成效|进展|突破|成果))|荣获|先后"
    r"|超额完成|圆满完成|顺利完成|尚有|还有|仍有|仅有|只有|还差|(?<![^,。;:])(?:现)?在(?:[册档]|职(?!女|员|教))|实有|原有|涉及|当前(?=,)|(?<=我[县镇区市])有|(?<=[县镇区市乡校院厂司统内])有(?=[^,。;要应须力\d]{0,10}[\d一二三四五六七八九十百]{1,5}[户家名人个所])|有各类|入驻(?=企业)|(?:[一二三四五六七八九十两几]|半)年(?:多)?来|未完成|(?<!不)仅(?=\d|为|占|完成|新|建|发展|签)|只完成|(?<!年)不到(?=[一二三四五六七八九两\d])"
    r"|[征收]集到|征求到|(?:梳理|查摆|排查|反馈|收集)出?的|听取[^,。;]{2,20}情况|进展[::]|刚刚?[过达]|刚刚|(?<!\d)1月?份?(?:至|-|到)\d{1,2}月份?,"
    r"|共(?=有|计)|完成了?[^,。;]{0,10}任务:"
)
TO_COME = re.compile(
    r"力争|自加压力|自我加压|主动加压|争取|争创|确保(?!了)|(?<!(?<![今明])年)(?<!度)计划(?!生育|的)|拟(?!定)|将(?!军|在职)|(?<![主重首纪摘提概紧必扼简讨索])要(?!约|求|闻|点|素|件)|必须|努力(?![,。下])|预计|打算"
    r"|准备(?!工作|就绪|充分|情况|金|期|阶|[,。;、好])|下一步|今后|未来|明年|不少于|不低于|不高于|不超过"
    r"|再(?!次)|至少|保证|务必|一律|保持在|力保|完成时限|控制在|改为|调整为|年内|年底前|(?:本|下个?)月(?!已|以来)|(?<![\d一二三四五六七八九十])月[底末]?前"
    r"|下达我|分解到|承担|配合完成|(?:目标|任务)(?:数?为|是|:)|全年要|期末|应达到|须"
)
# In prose that looks back these tell of the year gone by.
SOFTLY_TO_COME = re.compile(r"基础上|年底(?!前)|今年(?!以来|上半年共)|本年度")
# Words that lean one way unless the sentence has said the other just before.
LEANS_DONE = re.compile(
    r"(?<![前保争要须计划])完成(?:了)?(?:全年|年度|市|县)?[^,。;]{0,4}任务的|累计"
    r"|(?:评选|评|选树|涌现|培养)出(?=\d|了|[一二三四五六七八九十百]|[^,。;]{1,8}\d)"
    r"|共(?=新?建|发展|开展|调[处解]|救助|筹|举办|发放|签|培训|走访|慰问|完成|组建|评|吸收|接待|\d)"
)
LEANS_TO_COME = re.compile(r"(?:提高|增加|提升|扩大|上升)(?:到|至)")
# 已建会企业 names who is meant; it does not say that the figure behind it was reached.
ATTRIBUTE = re.compile(
    r"已(?:经)?[^,。;\d]{1,8}?(?:的|企业|单位|工会|合同|基层|职工|会员|家庭)"
    r"(?=[^,。;]{0,24}(?:率|面|比例|要|均|都|应|达到|全部|全覆盖))"
    r"|(?<=[对把将])(?:往年|历年|以往|过去)[^,。;]{0,16}的|(?<=[对把将为从])已(?:经)?[^,。;\d]{1,8}?(?:的|企业|单位|工会|合同|职工|会员|家庭)"
)
# 比去年, 不少于去年的1200人: the year is what the figure is measured by.
ASIDE = re.compile(r"[比较与同由从于过]$")
OF_IT = re.compile(r"[^,。;]{0,16}的")
UNTIL = re.compile(r"(?<![截达直])(?:到|至)$")
PERIOD_LEAD = re.compile(
    r"(?:刚刚?过去|[一二两三]年多?来|去年|上一?年度?|前年|过去|今年以来|[一几两三五]年来|近年来|会前|回顾|(?:在)?(?:看到|肯定)成绩|(?:但|同时),?(?:我们)?(?:也|还)[^,。;]{0,6}(?:认识|看到)|前一阶段|一季度以来)"
)


@dataclass(frozen=True)
class Cues:
    """Cue words of one paragraph in order: where they end, and whether each says done or to come.

    `perfects`: where its perfective verbs end.
    """

    ends: list[int]
    done: list[bool]
    perfects: list[int]

    def nearest(self, start: int, before: int) -> bool | None:
        """Done or to come by the last cue in [start, before); None without one."""
        place = bisect_right(self.ends, before) - 1
        return self.done[place] if place >= 0 and self.ends[place] > start else None

    def told(self, after: int, until: int) -> bool:
        """Whether a perfective verb follows in [after, until) before any word of what is to come."""
        place = bisect_right(self.perfects, after)
        if place == len(self.perfects) or self.perfects[place] > until:
            return False
        first, last = bisect_right(self.ends, after), bisect_left(self.ends, self.perfects[place])
        return all(self.done[first:last])


def cues_in(text: str, dates: list[DateMark], year: int, *, begins: date | None, mood: str, backward: bool) -> Cues:
    """Cues of a folded paragraph. `begins`: the first day the section plans for; what lies before is over.

    `mood`: that of the headings; `backward`: the paragraph looks back, so that 提高到86% in it was reached.
    """
    attributes = {match.start() for match in ATTRIBUTE.finditer(text)}
    found = [(match.end(), True) for match in DONE.finditer(text) if match.start() not in attributes]
    perfects = [match.end() for match in PERFECTIVE.finditer(text)]
    found += [(end, True) for end in perfects]
    found += [(match.end(), False) for match in TO_COME.finditer(text)]
    if mood != "past":
        found += [(match.end(), False) for match in SOFTLY_TO_COME.finditer(text)]
    for mark in dates:
        over = _over(mark, year, begins)
        ahead = _still_ahead(mark, year, begins)
        if over and not ASIDE.search(text[max(0, mark.start - 1) : mark.start]) and not _belongs(mark, text):
            found.append((mark.end, True))
        elif ahead and (
            text[mark.end : mark.end + 1] == "前" or UNTIL.search(text[max(0, mark.start - 2) : mark.start])
        ):
            found.append((mark.end + (text[mark.end : mark.end + 1] == "前"), False))
        elif mark.given is not None and mark.given > year:
            found.append((mark.end, False))
    ahead_of = [
        mark.end
        for mark in dates
        if (mark.grain in ("day", "month", "quarter", "half", "span") or (mark.start == 0 and mark.given is not None))
        and _still_ahead(mark, year, begins)
    ]
    found = _with_leanings(sorted(found), text, ahead_of, backward=backward, planning=mood == "future")
    return Cues([end for end, _ in found], [done for _, done in found], perfects)


def _belongs(mark: DateMark, text: str) -> bool:
    """对去年审计发现的问题: the year only says which."""
    return text[mark.start - 1 : mark.start] in ("对", "把", "将") and bool(OF_IT.match(text, mark.end))


def _over(mark: DateMark, year: int, begins: date | None) -> bool:
    over = mark.given is not None and mark.given < year
    over = over or (mark.grain == "span" and mark.due is not None and mark.due.year < year)
    return over or (begins is not None and mark.due is not None and mark.due < begins)


def _still_ahead(mark: DateMark, year: int, begins: date | None) -> bool:
    return not _over(mark, year, begins) and mark.due is not None and mark.due.year >= year


def _with_leanings(
    firm: list[tuple[int, bool]], text: str, ahead_of: list[int], *, backward: bool, planning: bool
) -> list[tuple[int, bool]]:
    """The firm cues and those leaning ones that the cue before them in their sentence does not contradict.

    `ahead_of`: ends of dates still to come; 二季度:累计达到7家 plans as long as nothing before says done. Below a heading
    of tasks (`planning`) 评出一等奖1名 is to be done as well.
    """
    leaning = [] if planning else [(match.end(), True, match.start()) for match in LEANS_DONE.finditer(text)]
    if not backward:
        leaning += [(match.end(), False, match.start()) for match in LEANS_TO_COME.finditer(text)]
    found = list(firm)
    at = 0
    for end, done, start in sorted(leaning):
        while at < len(firm) and firm[at][0] <= start:
            at += 1
        before = firm[at - 1] if at else None
        contradicted = before is not None and before[1] != done and "。" not in text[before[0] : start]
        opened = bisect_right(ahead_of, start) - 1
        if done and "任务" not in text[start:end] and opened >= 0 and "。" not in text[ahead_of[opened] : start]:
            contradicted = contradicted or before is None or before[0] < text.rfind("。", 0, start) + 1
        if not contradicted:
            found.append((end, done))
    return sorted(found)


def opens_with_past(text: str, dates: list[DateMark], year: int, begins: date | None) -> bool:
    """Whether a paragraph opens in a period that is over (去年,…; 上半年,… where the text plans the other half)."""
    if PERIOD_LEAD.match(re.sub(r"^(?:\(?[一二三四五六七八九十]{1,3}[)、]|\(?\d{1,2}[.、)])", "", text[:16])):
        return True
    first = dates[0] if dates else None
    leads = (
        first is not None
        and first.start <= 2
        and text[first.end : first.end + 1] in (",", "。", ":", "全", "我", "县", "各")
    )
    return leads and first is not None and _over(first, year, begins)
