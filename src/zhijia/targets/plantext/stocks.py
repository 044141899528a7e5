"""Figures of what there is: headcounts, places, the number something is counted from."""

import re

from zhijia.targets.plantext import reasons
from zhijia.targets.plantext.comparators import AT_LEAST_AFTER
from zhijia.targets.plantext.goal_words import GOAL_VERB
from zhijia.targets.plantext.setting import Setting
from zhijia.targets.plantext.shapes import COUNT, Shape, first_fit

HEADCOUNT_BEFORE = (
    r"(?:全[县市镇区乡局省校院厂矿园司行社企所站馆台段团公]司?|全系统|全集团|我[县市镇区乡局]|本[县镇区局]|辖区|团结|带领|动员|凝聚|号召|其余|这|那|上述|以上|联系|所属|下属|所辖|面向全[县镇区市])"
    r"(?:的|内|约|近|各级)?$"
)
STOCK = re.compile(r"(?:全[县镇市区乡局]|我[县镇市区局]|辖区|园区|本[县镇局])[^,。;]{2,16}$")
HELD_BY = re.compile(
    r"(?:新增|新建|确定|列入|现有|创建|命名|到期|试点|所有|参加|剩余|剩下|入围|在建|上报|评出)的(?:这)?$"
)
# 推进…特别是新增的2个行业协商: the new ones are the work itself.
PUSHED = re.compile(r"(?:推进|推动|抓好|完成|启动|实施|攻克)[^。;]{0,30}新增的$")
DONE_WITH = re.compile(r"[^,。;]{0,14}[建签谈办做拿啃攻补跑清改修换搞](?:起来|下来?|完|好|上|到位|掉|齐|成|了)")
EVENTS = ("场次", "次", "人次", "场", "期")

ANY_FIGURE = (
    Shape(
        reasons.STOCK,
        before=r"(?<!完成)(?:总投资|投资额?)约?$",
        after=r"(?!用于|为|[新改扩修]?建|改|修|购|添|更换|对)",
    ),
    Shape(reasons.STOCK, before=r"(?:概算|估算)[^,。;]{0,4}$|(?:总|经费)预算[为约]?$"),
    # 11个镇区的建会任务
    Shape(reasons.STOCK, after=r"(?:镇|乡|村|社区|街道|园区)(?!级)[^,。;]{0,4}的", units=("个",)),
)
THINGS = (
    Shape(
        reasons.STAFFING,
        before=r"(?:应到|实到|到会|参会|列席|出席|缺席|成员|^人数)[^,。;≥>达不]{0,2}$",
        kinds=COUNT,
    ),
    # 围绕28个重点项目开展竞赛; 书法、瑜伽等6个小组每月活动一次
    Shape(
        reasons.STOCK,
        before=r"(?:围绕|针对|聚焦|依托|瞄准|立足)[^,。;]{0,16}$",
        not_before=r"(?:围绕|针对|聚焦|依托|瞄准|立足)[^,。;]*" + GOAL_VERB,
        after=r"[^,。;]{2,}",
        kinds=COUNT,
    ),
    # 23个协会常态化开展活动
    Shape(
        reasons.STOCK,
        before=r"^(?:\(?[一二三四五六七八九十\d]{1,2}[、.)])?$",
        after=r"[^,。;\d]{2,14}(?:常态化|普遍|均|都)(?!要|应|须|必)",
        kinds=COUNT,
    ),
    Shape(reasons.STOCK, before=r"等$", after=r"(?:部门|单位|县|镇|乡|街道)", kinds=COUNT),
    Shape(
        reasons.STOCK,
        before=r"、[^,。;、]{1,12}等$",
        not_before=GOAL_VERB + r"|设|办|搞|建|送",
        after=r"[^,。;]{2,}",
        kinds=COUNT,
    ),
    Shape(
        reasons.STOCK,
        not_before=r"新[建增]|扩建|建成|改造|总面积|完成|不(?:少|低)于",
        after=r"(?!(?:[多余])?(?:及?以上|左右))",
        units=("平方米",),
    ),
    Shape(reasons.STOCK, after=r"(?:以上)?的", units=("平方米",)),
    Shape(reasons.STOCK, before=r"建筑面积|占地|分解[^,。;]{0,6}[到至]$", kinds=COUNT),
    # 低于50%的5个镇
    Shape(
        reasons.STOCK,
        before=r"(?:低于|高于|不足|未达标?|未完成|没有[^,。;]{1,6}|落后|较大|较差|靠后|偏低|偏慢)[^,。;]{0,6}的$",
        kinds=COUNT,
    ),
    Shape(
        reasons.STOCK,
        before=r"对(?:[老旧原已][^,。;]{0,3})?$",
        after=r"[^,。;]{0,14}(?:逐[一户个家]|的(?:企业|单位|镇|工会|职工|项目)$)",
        kinds=COUNT,
    ),
    Shape(reasons.STOCK, before=r"(?:须|应)[^,。;]{0,4}$|每[个处间家站][^,。;]{0,10}$", units=("平方米",)),
    # 对长期拒建的4家企业
    Shape(reasons.STOCK, before=r"对[^,。;]{2,16}的$", after=r"[^,。;以及左右\d]", kinds=COUNT),
    Shape(
        reasons.STOCK,
        after=r"(?!以内|之内|左右)[^,。;\d]{0,12}(?:中(?!心|小)|(?<![以年月日期限])内(?!部))",
        not_before=GOAL_VERB + r"[^,。;]{0,4}$",
        kinds=COUNT,
    ),
)


def stock(setting: Setting) -> str | None:
    """What there is already, or what another figure of the clause is counted from."""
    if setting.text[setting.clause - 1 : setting.clause] == "(" and re.search(r"[共计]$", setting.before):
        return reasons.STOCK
    found = first_fit(ANY_FIGURE, setting)
    if found or setting.mention.kind != "count" or setting.mention.unit in EVENTS:
        return found
    if re.match(r"[^,。;\d]{0,12}(?:走访|轮训|体检|慰问|培训|帮扶|回访)一(?:遍|次)", setting.after):
        return None
    if _sums_up(setting) or _headcount(setting) or _base_of_next(setting) or _base_of_rate(setting):
        return reasons.STOCK
    if _taken_in_hand(setting):
        return None
    if HELD_BY.search(setting.before) and setting.after and not PUSHED.search(setting.said):
        return reasons.STOCK
    return first_fit(THINGS, setting)


def _sums_up(setting: Setting) -> bool:
    """电焊、钳工、车工三个工种: the figure only counts what was just listed."""
    listed = re.search(r"([^,。;:]{1,12}?、)+[^,。;:、]{1,12}$", setting.before)
    return (
        listed is not None
        and listed[0].count("、") + 1 == setting.mention.value
        and bool(setting.after)
        and not re.search(r"新?建|打造|培育|创|设立|[一二三四五六七八九\d]", setting.before)
    )


def _taken_in_hand(setting: Setting) -> bool:
    """把剩下的32家建起来: what is left is the work itself."""
    return "把" in setting.before and bool(DONE_WITH.match(setting.after))


def _headcount(setting: Setting) -> bool:
    """全县38000名会员; 全县基层工会369个 alone; 工人约1.2万人."""
    if setting.after:
        taking_part = setting.before.endswith("动员") and re.search(r"参加|参与|加入|签订|报名", setting.after)
        named = re.search(HEADCOUNT_BEFORE, setting.before)
        return bool(named) and not AT_LEAST_AFTER.match(setting.after) and not taking_part
    if STOCK.match(setting.before) and setting.cues.nearest(setting.sentence, setting.mention.start) is None:
        listed = "、" in setting.said or ":" in setting.said
        return not listed and not re.search(GOAL_VERB + "|办$", setting.before)
    about = re.search(r"(?:人员|工人|职工|会员|人口|骑手|司机)[^,。;]{0,2}(?:约|近)$", setting.before)
    return bool(about) and not setting.to_come


def _base_of_next(setting: Setting) -> bool:
    """10个镇调解室建成8个以上: the first figure is what the second is counted from."""
    return any(
        later.kind == "count"
        and 0 < later.start - setting.mention.end <= 16
        and later.end <= setting.clause_end
        and "、" not in setting.text[setting.mention.end : later.start]
        and re.search(
            GOAL_VERB + "[^,。;]{0,6}$|每[年月周季]?度?[^,。;]{0,4}(?:活动|开展|至少)[^,。;]{0,2}$",
            setting.text[setting.mention.end : later.start],
        )
        for later in setting.neighbours
    ) and not re.search(GOAL_VERB, setting.before)


def _base_of_rate(setting: Setting) -> bool:
    """43户低收入户走访率100%: the rate is the target."""
    rate_follows = any(
        mention.kind in ("rate", "whole")
        and 0 <= mention.start - setting.mention.end <= 24
        and mention.end <= setting.clause_end
        for mention in setting.neighbours
    )
    return rate_follows and bool(setting.after) and not re.search(GOAL_VERB + r"(?!的)[^,。;]{0,6}$", setting.before)
