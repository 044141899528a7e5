"""Points, grades, weights and what follows from them: 每少1家扣2分, 完成90%以上的给予奖励."""

import re

from zhijia.targets.plantext import reasons
from zhijia.targets.plantext.comparators import QUOTA
from zhijia.targets.plantext.setting import Setting
from zhijia.targets.plantext.shapes import RATE, Shape, first_fit

POINTS_WORDS = re.compile(r"[得扣加减计记][\d.]{1,4}分|不得分|满分|分值|不加分|不计分")
SHORTFALL = re.compile(
    r"^(?:\(?\d?\)?)?(?:凡|若|如)?(?:[^,。;]{0,14})?(?:每(?:少|低|高|增|超|多|减|下降|缺|迟|建|完成|新增)|达不到|未达到?|(?<!不)低于|不足|(?<!不)少于|完不成)"
)
RANGE_OF_GRADE = re.compile(
    r"^(?:\(?含?\)?)?(?:以上|以下|至|-|及以上)?[^,。;]{0,4}(?:为|者|的)?(?:优秀|良好|合格|一等|先进|达标)"
)
CONSEQUENCE = r"(?:给予|予以|奖励|授予|评为|定为|通报|约谈|责令|取消|不得|一次性|扣|加分|得分|计分|由[^,。;]{1,10}约谈)"

SHAPES = (
    Shape(reasons.SCORING, after=r"[^,。;]{0,8}(?:[得扣加减计记][\d.]{1,4}分|不得分|不加分|不计分|得满分|计分)"),
    Shape(reasons.SCORING, after=rf"(?:及)?(?:以[上下内])?(?:的|且)[^,。;]{{0,6}}?,?{CONSEQUENCE}"),
    Shape(reasons.SCORING, after=r"(?:及)?以上(?:的)?,?(?:为|评为|定为|评定为|属于)(?:优秀|良好|合格|先进|达标|一等)"),
    Shape(reasons.SCORING, before=r"(?:扣减|核减|扣除)$"),
    Shape(reasons.SCORING, before=r"(?:成绩|得分|分数)[^,。;]{0,3}占$", kinds=RATE),
    Shape(reasons.SCORING, after=r"[^,。;]{0,30}(?:权重|计分|折算)", kinds=RATE),
    # 发现虚报1户,核减2万元
    Shape(
        reasons.SCORING,
        before=r"(?:发现|查实|如有|出现|发生)[^,。;]{0,6}$",
        follow=r"[^,。;]{0,8}[,的][^。;]{0,10}(?:核减|扣|罚|取消|通报|约谈|追究|一票)",
    ),
    Shape(reasons.PAYMENT, before=r"(?:核减|扣减|扣除|扣回)[^,。;]{0,14}$", kinds=("money",)),
    Shape(reasons.SCORING, before=r"凡[^,。;]{0,8}$", follow=r",?[^,。;]{0,4}[扣罚减]"),
)


def scoring(setting: Setting) -> str | None:
    """Points, grades and what costs them: 每少1家扣2分, 满分100分."""
    if _points(setting):
        return reasons.SCORING
    if setting.mention.unit == "个百分点" and POINTS_WORDS.search(setting.to_follow[:20]):
        return reasons.SCORING
    if SHORTFALL.match(setting.before) and POINTS_WORDS.search(setting.text[setting.clause : setting.clause_end + 14]):
        return reasons.SCORING
    found = first_fit(SHAPES, setting)
    return found or (reasons.CONDITION_CLAUSE if setting.mood == "rules" and not QUOTA.search(setting.before) else None)


def _points(setting: Setting) -> bool:
    return setting.mention.unit == "分" and (
        re.search(r"[得扣加减计记为(含低各占至-]$|满分|分值|[得扣加]$|得分[^,。;]{0,4}$", setting.before) is not None
        or not re.search(r"达|以上|不低于", setting.before + setting.after)
        or RANGE_OF_GRADE.match(setting.after) is not None
        or setting.before == ""
    )
