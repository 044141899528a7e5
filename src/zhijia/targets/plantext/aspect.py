"""Whether prose tells what was done or what is to be done, from the aspect of its verbs.

Reports often say neither 去年 nor 已: 组织了, 进行了 and 共评出 carry it. One such verb may stand anywhere; a whole
section of them, without a 要 or 力争, is a report.
"""

import re
from dataclasses import dataclass

# 为了, 除了, 了解, 受不了 are no perfective; a 了 at the end of a clause may also be a change to come.
PERFECTIVE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![为除罢算极不])了(?!解|如|结|断|却|然|无|再|就|才|[,。;:、!?)”])|进行了|(?<=[\u4e00-\u9fff])(?<![超通越])过(?=[\d一二三四五六七八九十两]{1,4}[次场期批轮])"
)
REPORTS = re.compile(
    r"已(?!建会|建工会)|成功|圆满|荣获|先后|截至|截止|共(?=评|举办|开展|发放|建|签|筹|培训|走访|慰问|\d)|(?:达到|完成)了|得到(?:了|有效|进一步)|取得(?:了|较|明显|显著|良好)|一年来|以来"
    r"|完成(?:全年|年度?|[市县]总?)?[^,。;]{0,4}(?:计划|任务|目标)的|同比(?:上升|增长|下降|提高|增加|减少)|值得肯定|从[^,。;]{2,12}(?:情况|数据|报表|结果)看"
)
PLANS = re.compile(
    r"力争|争取|确保(?!了)|(?<!(?<![今明])年)(?<!度)计划(?!生育|的)|打算|将(?!军)|(?<![主重首纪摘提概紧必扼简只])要(?!约|求|闻|点|素|件|么)|必须|不少于|不低于|务必|底前|至少|年内|应当?(?!急|对|用|届|邀)|须"
)


@dataclass
class Evidence:
    """How often a stretch of text reports and how often it plans."""

    reports: int = 0
    plans: int = 0

    def add(self, text: str) -> None:
        """Count the verbs of one folded paragraph."""
        self.reports += len(PERFECTIVE.findall(text)) + len(REPORTS.findall(text))
        self.plans += len(PLANS.findall(text))

    @property
    def looks_back(self) -> bool:
        """Three verbs that report for each one that plans, and at least two of them."""
        return self.reports >= 2 and self.reports >= 3 * self.plans


def voices(paragraphs: list[str], opens: list[bool]) -> list[bool]:
    """For each paragraph whether it looks back, by its own verbs or else by those of its section.

    `opens` says which paragraphs begin a section.
    """
    own = []
    for text in paragraphs:
        evidence = Evidence()
        evidence.add(text)
        own.append(evidence)
    found: list[bool] = []
    since = 0
    for place in range(1, len(own) + 1):
        if place == len(own) or opens[place]:
            section = Evidence(sum(one.reports for one in own[since:place]), sum(one.plans for one in own[since:place]))
            found += [one.looks_back or (section.looks_back and one.plans <= one.reports) for one in own[since:place]]
            since = place
    return found
