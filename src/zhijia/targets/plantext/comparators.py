"""At least, at most, exactly: how a plan says which side of a figure counts as done."""

import re

from zhijia.targets.plantext.goal_words import GOAL_VERB as VERB

AT_MOST_BEFORE = re.compile(
    r"(?:控制(?:在|到)|不(?:得|能|允许)?(?:超过|高于|多于|大于|突破)|低于|少于|小于|以内|最多|至多|压[降缩减](?:到|至|在)|(?:下|缩|减|降)[^,。;]{0,3}[到至]|不超出|限[报额]?(?:为|在)?)"
    r"[^,。;]{0,6}$"
)
NOT_LESS = re.compile(r"不(?:得|能|应)?(?:低于|少于|小于)[^,。;]{0,6}$")
AT_MOST_AFTER = re.compile(r"^(?:左右)?(?:以内|之内|以下|及以下)")
AT_LEAST_AFTER = re.compile(r"^(?:[多余])?(?:及?以上|左右|以上)")
QUOTA = re.compile(
    r"评选|评出|评定|评比|表彰|命名|授予|推选|推荐|遴选|选出|名额|认定|奖励|(?:团体|组织|单项|鼓励)奖$|等奖|各评|(?<![复初自互抽参测讲述考总测])评(?![估价议审])"
)
VERBLESS = re.compile(r"[^,。;:]{1,14}")
SETS_A_GOAL = re.compile(r"完成|不少于|不低于|至少|力争|达到|以上|超过|突破|新建|新增|建成|创建|打造")


def comparator_of(before: str, after: str, said: str, *, quota: bool) -> str:
    """The comparator for a figure between `before` and `after` of its clause; `said` is the sentence up to the figure.

    `quota`: whether it may be a fixed number of awards; a rate never is.
    """
    if NOT_LESS.search(before) or AT_LEAST_AFTER.match(after):
        return ">="
    if AT_MOST_BEFORE.search(before) or AT_MOST_AFTER.match(after):
        return "<="
    if SETS_A_GOAL.search(before):
        return ">="
    return "==" if quota and (QUOTA.search(before) or _goes_on_from_quota(before, said)) else ">="


def _goes_on_from_quota(before: str, said: str) -> bool:
    """评选优胜单位20个,优胜班组30个,先进个人40名: clauses without a verb go on with the 评选 before them."""
    pieces = re.split("[,、]", said[: len(said) - len(before)].rstrip(",、"))
    for named in [before, *reversed(pieces)]:
        words = re.sub("“[^“”]*”", "“”", named)
        if QUOTA.search(words):
            return not SETS_A_GOAL.search(words)
        if not VERBLESS.fullmatch(words) or re.search(VERB, words):
            return False
    return False
