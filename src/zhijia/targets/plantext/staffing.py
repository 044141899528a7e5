"""Figures of how the work or the paper is arranged: who is told off for it, in how many groups, under how many points."""

import re

from zhijia.targets.plantext import reasons
from zhijia.targets.plantext.setting import Setting
from zhijia.targets.plantext.shapes import COUNT, Shape, first_fit

STAFF = re.compile(
    r"^(?:[省市县区]总)?(?:工会)?(?:兼职|专职)?(?:联络员|督[查导]组|工作组|检查组|验收组|督战组|攻坚组|指导组|服务组|宣讲组|考核组|调研组|副主席|主席|领导|小组|专干|负责人|科室|部门|常委|班子|分管|专班|信息员|工作人员|值班|值守|带班|巡查|驻点)"
)
STAFFING = re.compile(r"(?:明确|确定|组成|成立|配备|抽调|指定|派出|设立?|分成|分为|组织|安排|组建|由|抽)[^,。;]{0,4}$")
ABSTRACT = re.compile(
    r"^(?:方面|职能|职责|环节|措施|意见|要求|阶段|步骤|层次|层面|原则|主线|重点|问题|关系|特点|结合|转变|突破|提升|举措|制度|内容|抓手|到位|坚持|必须|统一|"
    r"(?:主要|重点|具体|中心|核心)?(?:工作|任务|目标)|载体|关键|确保|强化|加强|体系|机制|字|字样|活动主题|维度|行业特点|文件|办法|规定|条件|大类|轮子|平台$|(?:大|好)?事(?:情)?$|百分点$|企业一个企业|类别|系列|专题|板块|行业(?!$|工会|联合|性|工资|集体|协商|竞赛|比武|商会|合同)|(?:硬|大)?仗|突击月|攻坚战|战役|文章|硬骨头)"
)
ORDERED = ("批", "期", "组", "轮", "次", "类", "档", "片")
PARTS_IN = ("个", "项", "条", "种", "类", "件", "期", "节", "轮", "门", "场", "篇", "块")

SHAPES = (
    Shape(reasons.MEMBERSHIP, before=r"方[^,。;]{0,2}各$|(?:代表|双方|委员会?由)[^,。;]{0,4}(?:各|由)$"),
    Shape(reasons.MEMBERSHIP, before=r"由$", after=r"组成"),
    # 设主席1人,委员6人
    Shape(
        reasons.STAFFING,
        before=r"(?:^|[设配由、])(?:专职|兼职)?(?:副?主席|委员|副?组长|副?主任|干事|秘书长?)$",
        units=("人",),
    ),
    # 随机抽取30名会员测评
    Shape(
        reasons.STAFFING,
        before=r"(?:随机|各?抽取)[^,。;]{0,2}$",
        after=r"[^,。;]*(?:测评|问卷|座谈|测试|访谈)",
        kinds=COUNT,
    ),
    # 今年的十件实事包括…
    Shape(reasons.STRUCTURE, after=r"[^,。;]{0,8}(?:包括|如下|分别[是为]|是):?", units=("件", "项", "个", "条")),
    # 运动会设7个大项
    Shape(
        reasons.STRUCTURE,
        before=r"设$|分为?$|包[括含]$|涵盖$|涉及$",
        after=r"[大小]?(?:[^,。;]{0,4}项目|项|组别|环节|板块|单元|类别|赛区|赛项|工种|奖项)",
    ),
    Shape(
        reasons.STRUCTURE,
        before=r"(?:设|分为|包括|涵盖)[^,。;]*等$",
        after=r"[大小]?(?:项|组别|环节|板块|单元|类别|赛项|工种|奖项)",
    ),
    Shape(reasons.FILING, before=r"一式$", units=("份",)),
    Shape(reasons.STAFFING, after=r"[^,。;]{0,8}(?:任|为)(?:副?组长|成员|联络员)", units=("人", "个")),
    Shape(reasons.FILING, before=r"每(?:月|周|季度?)\d{1,2}日前?报送[^,。;]{0,2}$"),
    Shape(
        reasons.STRUCTURE,
        said=r"本(?:规划|方案|办法|意见|细则|要点|计划|章程|制度|清单|通知)[^,。;]{0,4}[分共由][^。;]*$",
    ),
    Shape(
        reasons.STAFFING,
        before=r"负责(?!人)[^,。;]{0,8}$|(?:每人|领导|干部|成员)[^,。;]{0,3}(?:包|挂钩)$|包[片干保][^,。;]{0,6}$|分管[^,。;]{0,4}$",
    ),
    Shape(reasons.STAFFING, before=r"分(?!享|会|校|公司|厂|别|工会)[^,。;\d]{0,8}$", units=ORDERED),
    Shape(reasons.STAFFING, before=r"抽调[^,。;]{0,4}$", units=("人",)),
)


def staff_and_structure(setting: Setting) -> str | None:
    """Working parties, steering groups, copies to file, and points or measures of the text itself."""
    found = first_fit(SHAPES, setting)
    if found:
        return found
    if STAFF.match(setting.after) and STAFFING.search(setting.before) and setting.mention.value < 30:
        return reasons.STAFFING
    structural = setting.mention.unit in PARTS_IN and ABSTRACT.match(setting.after)
    return reasons.STRUCTURE if structural and setting.mention.value < 20 else None
