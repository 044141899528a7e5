"""What speaks for a figure being a target, as a confidence between 0 and 1."""

import re

from zhijia.targets.plantext.comparators import AT_LEAST_AFTER, AT_MOST_AFTER, AT_MOST_BEFORE, NOT_LESS
from zhijia.targets.plantext.goal_words import GOAL_VERB
from zhijia.targets.plantext.setting import Setting

VERB = re.compile(
    GOAL_VERB
    + r"|实现|突破|达到|巩固|提升|扶持|推出|推进|编印|印发|建|办|送|发|查|抽|拓展|配置|订立|投放|带动|帮助|收缴|追回|选派|安排|引导|下降|提高|翻新|改造|投入|助学|助困|助医|指导|催缴|清缴|入库|验收|复核|核查|支持|联系|吸引|动员|支援|承办|编制|修订|盘活|辅导|认定|评定|挂牌|回访|开通|采纳|实施|转化|推广|对接|建档|受益|代理|追讨|评出|设置|体检|疗休养|参保|参赛"
)
# 聘20个, 训800人: a verb of one character right before the figure.
SHORT_VERB = re.compile(r"[聘招训评选搞帮救购买添配创争写编拍演播送办建查走]$")
RATE_NOUN = re.compile(r"[率面度额](?:要|均|都|应|力争|争取|确保|须)?[^,。;]{0,8}$|比例|满意|比重")
ENUMERATION = re.compile(r"任务|分解|目标|指标|计划|如下|分配|名额")
FLOOR = 0.5


def confidence(setting: Setting, *, dated: bool) -> float:
    """0..1; below FLOOR the figure is not proposed. `dated`: its clause or sentence says until when."""
    score = 0.3
    if setting.to_come:
        score += 0.25
    if VERB.search(setting.before) or SHORT_VERB.search(setting.before):
        score += 0.25
    elif VERB.search(setting.said[-120:]):
        score += 0.2
    if (
        NOT_LESS.search(setting.before)
        or AT_MOST_BEFORE.search(setting.before)
        or AT_LEAST_AFTER.match(setting.after)
        or AT_MOST_AFTER.match(setting.after)
    ):
        score += 0.2
    if dated:
        score += 0.2
    if setting.mention.kind == "rate" and RATE_NOUN.search(setting.before):
        score += 0.25
    if not setting.after and ENUMERATION.search(setting.said):
        score += 0.2
    if setting.mention.kind in ("whole", "fulfil"):
        score += 0.1 if setting.to_come or setting.mention.written != "全覆盖" else -0.1
    return round(min(score, 1.0), 2)
