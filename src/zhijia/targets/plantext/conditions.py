"""Figures of rules rather than of work: scoring, pay and levies, who qualifies, how long something lasts."""

import re

from zhijia.targets.plantext import reasons
from zhijia.targets.plantext.comparators import AT_LEAST_AFTER, AT_MOST_AFTER, AT_MOST_BEFORE, NOT_LESS, QUOTA
from zhijia.targets.plantext.setting import Setting

WORKPLACES = r"(?:的)?(?:规模|非公|民营|私营|外资|国有|中小|小微|大中型|重点|已建会|未建会|已建|新建|建会|用工|企业|单位|职工|家庭|公司|用人|工会|困难|机关|社区|楼宇|学校|建筑|工程项目|劳动密集)"
ELIGIBLE_WORDS = re.compile(
    r"凡|方可|才[能可]|方能|符合|具备|资格|申请人|参评|申报者|优先(?:推荐|考虑)|视为|认定为|评为|一票否决|人均月?收入|月收入|工龄|年龄|会龄|党龄|周岁|低保"
)
PAID_BEFORE = re.compile(
    r"(?:按[月季年](?:发放|领取)|逐月|月薪|每(?:一)?(?:人|户|名|位|家|个|月|生|篇|件|条|场|次|项|支|所|份|班|辆|间|村|天|笔)|人均|户均|生均|单笔|标准[为是:]?|给予|奖励|一次性|罚款|最高|封顶|每[^,。;]{1,4}(?:奖|补)[^,。;]{0,3})[^,。;]{0,14}$"
)
PAID_AFTER = re.compile(
    r"^(?:/|每[人户名月生个]|的?标准|的?奖励|的?以奖代补|(?:左右|以内)?的?(?:补助|补贴|奖金|慰问金)(?!总|资金)|[^,。;\d]{0,3}对[^,。;\d]{1,14}(?:进行|给予|予以)(?:奖励|补助|表彰))"
)
RAISES = re.compile(r"筹集|筹措|筹资|投入|安排|落实|争取|募集|发放(?!标准)|拨付|支出|贷款|总额|总金额|资金")
LEVY = re.compile(r"按(?![时期质月季年]|要求)(?:照)?[^,。;]{0,18}$|比例[^,。;]{0,3}$")
LEVY_WORDS = re.compile(
    r"缴|拨|计提|提取|计发|留成|返还|上解|划拨|分成|支付|发给|计算|标准|补助|补贴|贴息|给付|报销|给予"
)
POINTS_WORDS = re.compile(r"[得扣加减计记][\d.]{1,4}分|不得分|满分|分值|不加分|不计分")
SHORTFALL = re.compile(
    r"^(?:\(?\d?\)?)?(?:凡|若|如)?(?:[^,。;]{0,14})?(?:每(?:少|低|高|增|超|多|减|下降|缺|迟|建|完成|新增)|达不到|未达到?|(?<!不)低于|不足|(?<!不)少于|完不成)"
)
RANGE_OF_GRADE = re.compile(
    r"^(?:\(?含?\)?)?(?:以上|以下|至|-|及以上)?[^,。;]{0,4}(?:为|者|的)?(?:优秀|良好|合格|一等|先进|达标)"
)
LENGTHS = re.compile(
    r"为期|会期|历时|公示|任期|期限|有效期|工龄|会龄|满$|连续|试用|时长|只剩|不到$|限期|时间(?:一般)?(?:为|不超过|不得超过)$|近$|周期|提前|之日|长达"
)
GRADED = re.compile(r"(?:及)?以上(?:的)?,?(?:为|评为|定为|评定为|属于)(?:优秀|良好|合格|先进|达标|一等)")


def scoring(setting: Setting) -> str | None:
    """Points, grades and what costs them: 每少1家扣2分, 满分100分."""
    if setting.mention.unit == "分" and (
        re.search(r"[得扣加减计记为(含低各占至-]$|满分|分值|[得扣加]$", setting.before)
        or not re.search(r"达|以上|不低于", setting.before + setting.after)
        or RANGE_OF_GRADE.match(setting.after)
        or setting.before == ""
    ):
        return reasons.SCORING
    if re.match(r"[^,。;]{0,8}(?:[扣加减记][\d.]{1,4}分|不得分|不加分|不计分|得满分|计分)", setting.after):
        return reasons.SCORING
    if GRADED.match(setting.after):
        return reasons.SCORING
    if setting.mention.unit == "个百分点" and POINTS_WORDS.search(setting.to_follow[:20]):
        return reasons.SCORING
    if SHORTFALL.match(setting.before) and POINTS_WORDS.search(setting.text[setting.clause : setting.clause_end + 14]):
        return reasons.SCORING
    return reasons.CONDITION_CLAUSE if setting.mood == "rules" and not QUOTA.search(setting.before) else None


def payment(setting: Setting) -> str | None:
    """What is paid or levied for each person or piece, not in all."""
    if setting.mention.kind == "rate" and (
        (LEVY.search(setting.before) and LEVY_WORDS.search(setting.whole_clause))
        or re.search(
            r"工资(?:总额|收入)的$|(?:承担|负担|分担|权重[为占]?|留成[^,。;]{0,12}|计提[^,。;]{0,12})$|各出$|(?:上解|留成)[^,。;率]{0,16}$",
            setting.before,
        )
        or re.match(r"上缴|上解|留成|返还", setting.after)
    ):
        return reasons.LEVY
    if re.search(r"每(?:新|再)?(?:建|增加?|发展|完成|超额?|多|少)[^,。;]{0,6}$", setting.before) and re.search(
        r"奖|补", setting.to_follow[:20]
    ):
        return reasons.PAYMENT
    if setting.mention.unit == "倍" and re.search(r"标准|工资|收入", setting.before):
        return reasons.LEVY
    if setting.mention.unit in ("元", "块") and re.search(r"最低工资[^,。;]{0,6}$", setting.before):
        return reasons.LEVY
    if setting.mention.kind != "money":
        return None
    if PAID_BEFORE.search(setting.before) and not re.search(r"总[^,。;]{0,4}$", setting.before):
        return reasons.PAYMENT
    if PAID_AFTER.match(setting.after) and not RAISES.search(setting.before):
        return reasons.PAYMENT
    return reasons.PAYMENT if setting.mention.value < 10000 and not RAISES.search(setting.before) else None


def eligibility(setting: Setting) -> str | None:
    """Whom a rule is for: 25人以上企业, 月收入低于600元的."""
    kind, after = setting.mention.kind, setting.after
    if re.match(r"(?:以[上下内])?,?(?:这)?是[^,。;]{0,8}(?:规定|红线|底线要求)", after):
        return reasons.ELIGIBILITY
    people = setting.mention.unit == "人" or kind in ("money", "duration")
    if people and re.match(r"(?:及)?(?:以[上下内]|左右)" + WORKPLACES, after):
        return reasons.ELIGIBILITY
    if people and re.match(r"(?:及)?以[上下](?:\(含[^)]*\))?的", after):
        return reasons.ELIGIBILITY
    if people and re.match(r"对", setting.before) and re.match(r"以[上下内][^,。;]{0,14}的$", after):
        return reasons.ELIGIBILITY
    if re.search(r"每[^,。;]{1,3}限[^,。;]{0,3}$|限[招额定]为?$|每(?:班|组|队|车)$", setting.before):
        return reasons.ELIGIBILITY
    if (
        re.search(r"(?:低于|高于|不足|不满|超过|在)$", setting.before)
        and kind in ("money", "duration")
        and re.match(r"(?:以[上下])?的", after)
    ):
        return reasons.ELIGIBILITY
    if (
        kind == "count"
        and re.fullmatch(r"[百千](?:人|名)", setting.mention.written)
        and re.match(r"(?:以上)?" + WORKPLACES, after)
    ):
        return reasons.ELIGIBILITY
    if kind in ("money", "duration") and re.search(r"收入|年龄|工龄|会龄|周岁", setting.before):
        return reasons.ELIGIBILITY
    if kind == "rate" and re.match(r"以[上下]的(?:,|$)", after + ","):
        return reasons.ELIGIBILITY
    if (
        kind == "rate"
        and re.match(r"以[上下]的?(?:,|$)", after + ",")
        and ELIGIBLE_WORDS.search(setting.said[-30:] + setting.to_follow[:16])
    ):
        return reasons.ELIGIBILITY
    if (
        kind == "rate"
        and re.search(r"(?<!不)(?:低于|高于|不足|超过|不满|未达到?)$", setting.before)
        and re.match(r"的(?!目标)", after)
    ):
        return reasons.ELIGIBILITY
    return (
        reasons.ELIGIBILITY if re.search(r"(?:凡|对于?)[^,。;]{0,20}(?:占|持股)[^,。;]{0,6}$", setting.before) else None
    )


def duration(setting: Setting) -> str | None:
    """A length of time, unless the plan sets it as a floor or ceiling."""
    if setting.mention.kind != "duration":
        return None
    firm = (
        NOT_LESS.search(setting.before)
        or AT_MOST_BEFORE.search(setting.before)
        or re.search(r"至少[^,。;]{0,6}$|达到$", setting.before)
    )
    firm = (
        firm
        or AT_LEAST_AFTER.match(setting.after)
        or (AT_MOST_AFTER.match(setting.after) and re.search("压|缩|控制", setting.before))
    )
    return None if firm and not LENGTHS.search(setting.before) else reasons.DURATION
