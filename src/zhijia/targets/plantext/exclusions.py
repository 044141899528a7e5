"""Figures that are no targets, each kind with the sentence shown to the officer.

Order matters only for the reason given: the first rule that speaks wins.
"""

import re
from collections.abc import Callable

from zhijia.targets.plantext import reasons
from zhijia.targets.plantext.comparators import AT_LEAST_AFTER
from zhijia.targets.plantext.conditions import duration, eligibility
from zhijia.targets.plantext.goal_words import GOAL_VERB
from zhijia.targets.plantext.grading import scoring
from zhijia.targets.plantext.payments import payment
from zhijia.targets.plantext.setting import Setting
from zhijia.targets.plantext.staffing import staff_and_structure
from zhijia.targets.plantext.stocks import stock

Rule = Callable[[Setting], str | None]

BASELINE_AFTER = re.compile(
    r"^(?:[^,。;]{0,8})?(?:提高|增加|提升|上升|增长|扩大|下降|降低|降|减少|压减|压缩|整合|合并|精简|调整|改|变更|增|扩|升)(?:到(?!位|账|岗|期|户|人)|至|为)"
)
BASELINE_BEFORE = re.compile(r"(?:由|从)[^,。;]{0,12}$")
BASIS_AFTER = re.compile(r"^[^,。;]{0,14}(?:的)?基础上")
CANCELLED_BEFORE = re.compile(
    r"(?:原定|原计划|原拟|原下达|原先|原有计划|原来想|原想|本想|本来|起初|取消|不再|暂停|停止|停办|撤销|作废)[^,;。]{0,24}$"
)
CANCELLED_AFTER = re.compile(
    r"^[^。]{0,40}?(?:不再(?:执行|安排|举办|下达|实施|保留|开展|列入|作)|取消(?![^,。;]{0,4}资格)|暂缓|停办|作废|不予安排|终止)"
)
REPLACED = re.compile(r"(?:调整|改|变更|核定|核减|调减|增加|下调|上调)(?:为|至|到|举办|开展)|改办")
VOTE = re.compile(
    r"^(?:以上)?(?:的)?[^,。;]{0,6}(?:代表|委员|会员|同意|通过|出席|到会|赞成|表决)[^,。;]{0,8}(?:通过|到会|出席|同意|有效|赞成|表决)?"
)
SHARE_OF = re.compile(r"占[^,。;]{0,14}$")
SHARE_FOLLOWS = re.compile(
    r"^[^。;]{0,16}(?:占(?!比|用)[^。,;]{0,12}\d|完成(?:了)?(?:全年|年度)?[^,。;]{0,4}任务的|同比(?:增长|上升))"
)
# 慰问职工800户的工作已经完成: the end of the clause says so. 已完成的 only describes.
SINCE_DONE = re.compile(
    r"[^,。;]{0,24}(?:现)?(?:已|均已|都已)(?:经|全部|于[^,。;]{1,12})?(?:到位|落实|完成|拨付|下拨|到账|清[退理]|发放|结束|办结|签订|验收|建成|兑现|开工|启动|投用|上报)(?![^,。;]{0,6}的)"
)
# 下达我镇建会任务18家,已完成11家: what is left is the target, and it is named next.
PART_DONE = re.compile(
    r"[^,。;\d]{0,4}[,，(]?(?:(?:目前|至今|现在|现)?(?P<adverb>才|已|仅|只)(?:经)?|(?:上半年|目前|至今|一季度))[完建发干签办录][^,。;]{0,6}\d"
)
LAGGING = re.compile(r"(?:进度|完成率)(?:还|尚|仍)?(?:不足|不到|仅为?|只有)$")
SERVES = re.compile(r"办理|投保|购买|发放|提供|送|解决|体检|落实|建立")
HUNDRED = re.compile(r"^[百千万](?:余|多)?[个名家户人场位倍]$")


def _sealed_words(setting: Setting) -> str | None:
    served = re.search(r"[为向给让]$", setting.before) and SERVES.search(setting.after)
    if (
        HUNDRED.match(setting.mention.written)
        and not served
        and not re.search(rf"{GOAL_VERB}[^,。;]{{0,6}}$", setting.before)
    ):
        return reasons.SLOGAN
    if HUNDRED.match(setting.mention.written) and re.match(r"[^,。;]{0,4}(?:团|队|工程|行动|计划|大会)", setting.after):
        return reasons.SLOGAN
    lone = setting.mention.written[0] == "一" and setting.mention.value == 1 and setting.mention.value_max is None
    if not lone or setting.mention.kind in ("rate", "money"):
        return None
    if (
        re.search(r"每(?:[^,。;]{0,6}(?:签订|指导|办理|调处)|[两三四五]年)?$", setting.before)
        or re.match(r"[^,。;]{1,4}一个", setting.after)
        or re.search(r"一个[^,。;]{1,4}$|不[落漏少掉丢拖][下掉]?$", setting.before)
    ):
        return reasons.FIGURATIVE
    firm = re.search(r"至少|不少于|不低于|确保", setting.before)
    place = re.search(
        r"(?<![新改扩构组])(?:[建办设添]|改造)(?:设|成|立|起)?$|[一1][家个名户所处座][^,。;]{2,16}[和及与、]$|(?:每个?(?!年|季|月|周|半)|各|组建|创建|申报|打造|建成|创成|争创|新增|新建|建立|培育|选树|建设)[^,。;]{0,12}$",
        setting.before,
    )
    return (
        None
        if firm or (place and not re.match(r"[批些种条支次]", setting.mention.unit)) or _stands_alone(setting)
        else reasons.FIGURATIVE
    )


def _stands_alone(setting: Setting) -> bool:
    """打造工匠学院一所, 其中四星级一个: the figure behind its noun is a real count."""
    if setting.after:
        return False
    if setting.mention.unit == "次":
        return bool(re.search(r"(?:举办|举行)[^,。;]{3,}$", setting.before))
    return bool(re.search(rf"{GOAL_VERB}[^,。;]{{2,}}$|其中[^,。;]*$|[省市县星]级$", setting.before))


def _replaced(setting: Setting) -> str | None:
    if BASELINE_AFTER.match(setting.after) and (
        BASELINE_BEFORE.search(setting.before) or re.match(r"(?:的)?(?:基础上)?", setting.after)
    ):
        return reasons.RAISED
    if setting.mention.kind == "fulfil" and re.match("为", setting.before):
        return reasons.BASIS
    if re.search(r"(?:离|距离?)[^,。;]{0,10}$", setting.before) and re.match(
        r"的?(?:目标|任务|要求|指标)", setting.after
    ):
        return reasons.BASIS
    if BASIS_AFTER.match(setting.after) or re.match(r"的(?:目标|任务)(?:分|已|逐)", setting.after):
        return reasons.BASIS
    if CANCELLED_BEFORE.search(setting.said[-40:]) and not REPLACED.search(setting.said[-20:]):
        return reasons.CANCELLED
    gone = CANCELLED_AFTER.match(setting.to_follow)
    return reasons.CANCELLED if gone and not REPLACED.search(setting.before) and not _far(setting, gone) else None


def _far(setting: Setting, gone: re.Match[str]) -> bool:
    """A later clause with a figure of its own is what was cancelled, not this one."""
    end = setting.mention.end + gone.end()
    return any(setting.mention.end <= mention.start < end for mention in setting.neighbours)


def _past(setting: Setting) -> str | None:
    if setting.done or SINCE_DONE.match(setting.after):
        return reasons.REACHED
    if (
        SHARE_FOLLOWS.match(setting.to_follow)
        and not re.search(r"突破|达到|力争|争取|确保|不低于|不少于|要", setting.before)
        and setting.cues.nearest(setting.sentence, setting.mention.start) is None
    ):
        return reasons.REACHED
    if setting.mention.unit == "个百分点" and re.search(r"同比[^,。;]{2}$", setting.before) and not setting.to_come:
        return reasons.REACHED
    if setting.mention.kind == "rate" and LAGGING.search(setting.before):
        return reasons.REACHED
    ahead = setting.cues.nearest(setting.sentence, setting.mention.start) is False
    if _partly_done(setting):
        return reasons.BASIS
    share = setting.mention.kind == "rate" and not ahead and SHARE_OF.search(setting.before)
    firm = re.search(
        r"达|力争|不(?:得|能)?(?:低于|少于|超过|高于)|控制|压|要|确保|提高|争取", setting.before
    ) or AT_LEAST_AFTER.match(setting.after)
    return reasons.SHARE if share and not firm else None


def _partly_done(setting: Setting) -> bool:
    part = PART_DONE.match(setting.to_follow)
    if part is None:
        return False
    # 上半年完成9处 is still to come in a plan of the year.
    over = setting.cues.nearest(setting.mention.end, setting.mention.end + part.end()) is True
    return part["adverb"] is not None or over


def _foreign(setting: Setting) -> str | None:
    raised = re.search(
        r"自加压力|自我加压|主动加压|不[但仅]要|要争先|(?:在此|这个)基础上|加码",
        setting.text[setting.mention.end : setting.mention.end + 80],
    )
    if raised and re.search(r"[省市]总|市里|省里|上级", setting.said):
        return reasons.OTHERS
    return setting.scope.foreign(setting.said)


def _vote(setting: Setting) -> str | None:
    if setting.mention.kind != "rate" or not VOTE.match(setting.after):
        return None
    return reasons.VOTING if re.search(r"通过|到会|出席|同意|赞成|表决", setting.after) else None


RULES: tuple[Rule, ...] = (
    *(_replaced, _foreign, scoring, eligibility, payment, duration, staff_and_structure),
    *(_sealed_words, _vote, stock, _past),
)


def reason_against(setting: Setting) -> str | None:
    """Why the figure is no target, in one Chinese phrase; None if no rule speaks against it."""
    return next((reason for rule in RULES if (reason := rule(setting))), None)
