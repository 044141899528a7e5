"""Whom a rule is for and how long something lasts: 25人以上企业, 月收入低于600元的, 任期5年."""

import re

from zhijia.targets.plantext import reasons
from zhijia.targets.plantext.comparators import AT_LEAST_AFTER, AT_MOST_AFTER, AT_MOST_BEFORE, NOT_LESS
from zhijia.targets.plantext.setting import Setting
from zhijia.targets.plantext.shapes import COUNT, LENGTH, RATE, Shape, first_fit

WORKPLACES = r"(?:的)?(?:规模|非公|民营|私营|外资|国有|中小|小微|大中型|重点|已建会|未建会|已建|新建|建会|用工|企业|单位|职工|家庭|公司|用人|工会|困难|机关|社区|楼宇|学校|建筑|工程项目|劳动密集|群体性|集体|死亡|重伤|事故|欠薪)"
ELIGIBLE_WORDS = re.compile(
    r"凡|方可|才[能可]|方能|符合|具备|资格|申请人|参评|申报者|优先(?:推荐|考虑)|视为|认定为|评为|一票否决|人均月?收入|月收入|工龄|年龄|会龄|党龄|周岁|低保"
)
LENGTHS = re.compile(
    r"为期|会期|历时|公示|任期|期限|有效期|工龄|会龄|满$|连续|试用|时长|只剩|不到$|限期|时间(?:一般)?(?:为|不超过|不得超过)$|近$|周期|提前|之日|长达"
    r"|日数|天数|气温|高温"
)
PENALTY = r"(?:不得|取消|一票|约谈|予以|给予|责令|通报|评为|视为|不予|追究|停)"

SHAPES = (
    Shape(reasons.ELIGIBILITY, after=r"(?:以[上下内])?,?(?:这)?是[^,。;]{0,8}(?:规定|红线|底线要求)"),
    # 对派遣用工超过10%的企业限期整改
    Shape(
        reasons.ELIGIBILITY, before=r"对[^,。;]{2,16}(?:超过|低于|不足|达到|高于)$", after=r"[^,。;]{0,7}的", kinds=RATE
    ),
    Shape(
        reasons.ELIGIBILITY,
        before=r"^凡(?!事)",
        after=r"[^,。;]*(?:的|者)",
        kinds=("count", "money", "duration", "learning"),
    ),
    Shape(reasons.ELIGIBILITY, after=r"(?:及)?(?:以[上下内]|左右)" + WORKPLACES, people=True),
    Shape(reasons.ELIGIBILITY, after=r"(?:及)?以[上下](?:\(含[^)]*\))?的", people=True),
    Shape(reasons.ELIGIBILITY, before=r"^对", after=r"以[上下内][^,。;]{0,14}的$", people=True),
    Shape(reasons.ELIGIBILITY, before=r"每[^,。;]{1,3}限[^,。;]{0,3}$|限[招额定]为?$|每(?:班|组|队|车)$"),
    Shape(reasons.ELIGIBILITY, before=r"(?:低于|高于|不足|不满|超过|在)$", after=r"(?:以[上下])?的", kinds=LENGTH),
    Shape(reasons.ELIGIBILITY, written=r"[百千](?:人|名)", after=r"(?:以上)?" + WORKPLACES, kinds=COUNT),
    Shape(
        reasons.ELIGIBILITY,
        before=r"收入|年龄|工龄|会龄|周岁",
        not_before=r"(?:事业|销售|营业)收入|收入[^,。;]*(?:力争|争取|突破|实现|确保)",
        kinds=LENGTH,
    ),
    Shape(reasons.ELIGIBILITY, before=r"(?:死亡|重伤)[^,。;]{0,2}$", after=r"(?:及)?以上", kinds=COUNT),
    # 有25人以上会员的, 每人每年享受不超过3次
    Shape(reasons.ELIGIBILITY, before=r"(?:^|对|凡)有$", after=r"以上[^,。;]{0,10}的", kinds=COUNT),
    Shape(reasons.ELIGIBILITY, before=r"享受[^,。;]{0,8}$", kinds=COUNT),
    # 两项以上逾期的,年终不得评优
    Shape(reasons.ELIGIBILITY, follow=rf"(?:及)?以[上下][^,。;]{{0,12}}的,[^,。;]{{0,8}}{PENALTY}", kinds=COUNT),
    Shape(reasons.ELIGIBILITY, after=r"以[上下]的(?:,|$)", kinds=RATE),
    Shape(
        reasons.ELIGIBILITY,
        before=r"(?<!不)(?:低于|高于|不足|超过|不满|未达到?)(?:[^,。;]{0,6}进度)?$",
        after=r"的(?!目标)",
        kinds=RATE,
    ),
    Shape(reasons.ELIGIBILITY, before=r"(?:凡|对于?)[^,。;]{0,20}(?:占|持股)[^,。;]{0,6}$"),
    Shape(
        reasons.ELIGIBILITY, before=r"(?:不发生|杜绝|防止|避免|不出现)[^,。;]{0,4}$", after=r"(?:及)?以上", kinds=COUNT
    ),
    # 收缴率达到100%的返还比例提高
    Shape(
        reasons.ELIGIBILITY,
        before=r"[率面额][^,。;]{0,4}(?:达到?|超过)$",
        after=r"的[^,。;]{0,6}(?:返还|奖励|补助|给予|提高)",
    ),
    Shape(reasons.CONDITION_CLAUSE, before=r"连续$"),
    Shape(reasons.FIGURATIVE, before=r"[一二两三]次不行[^,。;]{0,2}$"),
    Shape(reasons.FIGURATIVE, after=r"不行"),
    Shape(reasons.ELIGIBILITY, before=r"抽样[^,。;]{0,6}$"),
)


def eligibility(setting: Setting) -> str | None:
    """Whom a rule is for: 25人以上企业, 月收入低于600元的."""
    named = (
        setting.mention.kind == "rate"
        and not re.search(r"[率面度]$", setting.before)
        and re.match(r"以[上下]的?(?:,|$)", setting.after + ",")
        and ELIGIBLE_WORDS.search(setting.said[-30:] + setting.to_follow[:16])
    )
    return reasons.ELIGIBILITY if named else first_fit(SHAPES, setting)


def duration(setting: Setting) -> str | None:
    """A length of time, unless the plan sets it as a floor or ceiling."""
    if setting.mention.kind != "duration":
        return None
    if setting.mention.unit == "小时" and re.search(r"(?:购买|提供|开展|授课)[^,。;]*$", setting.before):
        return None
    if setting.mention.unit in ("岁", "周岁"):
        return reasons.ELIGIBILITY
    firm = (
        NOT_LESS.search(setting.before)
        or AT_MOST_BEFORE.search(setting.before)
        or re.search(r"至少[^,。;]{0,6}$|达到$", setting.before)
        or AT_LEAST_AFTER.match(setting.after)
        or (AT_MOST_AFTER.match(setting.after) and re.search("压|缩|控制", setting.before))
    )
    return None if firm and not LENGTHS.search(setting.before) else reasons.DURATION
