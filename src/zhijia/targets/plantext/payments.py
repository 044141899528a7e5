"""Money that is paid or levied by the piece or by a rule, and shares of a cost: no targets of the plan."""

import re

from zhijia.targets.plantext import reasons
from zhijia.targets.plantext.setting import Setting
from zhijia.targets.plantext.shapes import COUNT, MONEY, RATE, Shape, first_fit

RAISES = r"筹集|筹措|筹资|投入|安排|落实|争取|募集|发放(?!标准)|拨付|支出|贷款|总额|总金额|资金"
LEVY = re.compile(r"按(?![时期质月季年]|要求)(?:照)?[^,。;]{0,18}$|比例[^,。;]{0,3}$")
LEVY_WORDS = re.compile(
    r"缴|拨|计提|提取|计发|留成|返还|上解|划拨|分成|支付|发给|计算|标准|补助|补贴|贴息|贴补|存储|预存|预留|提留|给付|报销|给予|列支|开支"
)
PER_PIECE = (
    r"(?:按[月季年](?:发放|领取)|逐月|月薪|每(?:一)?(?:人|户|名|位|家|个|月|生|篇|件|条|场|次|项|支|所|份|班|辆|间|村|天|笔)"
    r"|人均|户均|生均|单笔|标准[为是:]?|给予|奖励|一次性|罚款|最高|封顶|每[^,。;]{1,4}(?:奖|补)[^,。;]{0,3})[^,。;]{0,14}$"
)
AS_REWARD = (
    r"(?:/|每[人户名月生个]|的?标准|的?奖励|的?以奖代补|(?:左右|以内)?的?(?:补助|补贴|奖金|慰问金)(?!总|资金)"
    r"|[^,。;\d]{0,3}对[^,。;\d]{1,14}(?:进行|给予|予以)(?:奖励|补助|表彰))"
)
ACHIEVED = r"(?:新|再)?(?:建|增加?|发展|完成|超额?|多|少|培训|吸纳|安置|招用|引进|带动|推荐|介绍|签订)"

# 户均增收力争2000元 is a result, not a payment.
EARNED = re.compile(r"增收[^,。;]{0,6}$")

SHAPES = (
    # 费用各担一半, 由会费承担三分之一, 上解40%
    Shape(
        reasons.LEVY,
        before=r"工资(?:总额|收入)的$|(?:承担|负担|分担|权重[为占]?|留成[^,。;]{0,12}|计提[^,。;]{0,12})$|各(?:自)?(?:出|担|承担|负担|承受|拿)$"
        r"|(?:上解|留成)[^,。;率]{0,16}$",
        kinds=RATE,
    ),
    Shape(reasons.LEVY, after=r"上缴|上解|留成|返还", kinds=RATE),
    Shape(reasons.LEVY, before=r"利率|利息|上浮|下浮|折扣|税率|(?<![缴收])费率", kinds=RATE),
    Shape(reasons.LEVY, before=r"配套[^,。;]{0,6}$", kinds=RATE),
    Shape(
        reasons.SCORING,
        before=r"(?:优秀|良好|先进|一等|合格)(?:等次|单位|人员|者)?的?(?:比例|名额)[^,。;]{0,6}$",
        kinds=RATE,
    ),
    # 每培训一人补贴200元, 每调解成功1件给予补贴
    Shape(reasons.PAYMENT, before=rf"每{ACHIEVED}[^,。;]{{0,6}}$", follow=r"[^。;]{0,18}(?:奖|补|贴)"),
    Shape(
        reasons.PAYMENT,
        before=r"每[^,。;]{0,8}$",
        follow=r"(?!以上)[^,。;]{0,4}(?:给予|予以|补贴|补助|奖励)[^,。;]{0,6}\d",
    ),
    Shape(reasons.LEVY, before=r"(?:承担|负担|分担)$", kinds=MONEY),
    Shape(reasons.LEVY, after=r"的比例", units=("人", "个")),
    # 按每5000名职工配1名的标准
    Shape(reasons.LEVY, before=r"按照?每[^,。;]*$", follow=r"[^,。;]{0,12}的(?:标准|比例)", kinds=COUNT),
    Shape(reasons.LEVY, before=r"(?:返还|留成|补助)比例[^,。;]*$"),
    Shape(reasons.LEVY, before=r"所需[^,。;]{0,8}$|约$", after=r"[^,。;]{0,2}由", kinds=MONEY),
    Shape(reasons.LEVY, before=r"标准|工资|收入", units=("倍",)),
    Shape(reasons.LEVY, before=r"最低工资[^,。;]{0,6}$", units=("元", "块")),
    Shape(reasons.PAYMENT, before=PER_PIECE, not_before=r"总[^,。;]{0,4}$", kinds=MONEY),
    Shape(reasons.PAYMENT, before=r"[补奖罚处]$|每(?:季度?|月|周)$", kinds=MONEY),
    Shape(reasons.PAYMENT, after=r"以下的?罚款", kinds=MONEY),
    Shape(reasons.PAYMENT, after=AS_REWARD, not_before=RAISES, kinds=MONEY),
)


def payment(setting: Setting) -> str | None:
    """What is paid or levied for each person or piece, not in all; a small sum nobody raises is one too."""
    levied = setting.mention.kind == "rate" and LEVY.search(setting.before) and LEVY_WORDS.search(setting.whole_clause)
    if levied:
        return reasons.LEVY
    if setting.mention.kind == "money" and EARNED.search(setting.before):
        return None
    small = setting.mention.kind == "money" and setting.mention.value < 10000 and not re.search(RAISES, setting.before)
    return first_fit(SHAPES, setting) or (reasons.PAYMENT if small else None)
