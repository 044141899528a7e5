"""Figures of how the work or the paper is arranged: who is told off for it, in how many groups, under how many points."""

import re

from zhijia.targets.plantext import reasons
from zhijia.targets.plantext.setting import Setting

STAFF = re.compile(
    r"^(?:[省市县区]总)?(?:工会)?(?:兼职|专职)?(?:联络员|督[查导]组|工作组|检查组|考核组|调研组|副主席|主席|领导|小组|专干|负责人|科室|部门|常委|班子|分管|专班|信息员|工作人员|值班|值守|带班|巡查|驻点)"
)
OFFICERS = re.compile(r"(?:^|[设配由、])(?:专职|兼职)?(?:副?主席|委员|副?组长|副?主任|干事|秘书长?)$")
PARTS = re.compile(r"[大小]?(?:[^,。;]{0,4}项目|项|组别|环节|板块|单元|类别|赛区|赛项|工种|奖项)")
PARTS_OF_PAPER = re.compile(r"本(?:规划|方案|办法|意见|细则|要点|计划|章程|制度|清单|通知)[^,。;]{0,4}[分共由][^。;]*$")
STAFFING = re.compile(r"(?:明确|确定|组成|成立|配备|抽调|指定|派出|设立?|分成|分为|组织|安排|组建|由|抽)[^,。;]{0,4}$")
ABSTRACT = re.compile(
    r"^(?:方面|职能|职责|环节|措施|意见|要求|阶段|步骤|层次|层面|原则|主线|重点|问题|关系|特点|结合|转变|突破|提升|举措|制度|内容|抓手|到位|坚持|必须|统一|"
    r"(?:主要|重点|具体|中心|核心)?(?:工作|任务|目标)|载体|关键|确保|强化|加强|体系|机制|字|字样|活动主题|维度|行业特点|文件|办法|规定|条件|大类|轮子|平台$|(?:大|好)?事(?:情)?$|百分点$|企业一个企业|类别|系列|专题|板块|行业(?!$|工会|联合|性|工资|集体|协商|竞赛|比武|商会|合同)|(?:硬|大)?仗|突击月|攻坚战|战役|文章|硬骨头)"
)


def staff_and_structure(setting: Setting) -> str | None:
    """Working parties, steering groups, copies to file, and points or measures of the text itself."""
    if re.search(r"(?:代表|双方|委员会?由)[^,。;]{0,4}(?:各|由)$", setting.before):
        return reasons.MEMBERSHIP
    if setting.mention.unit == "人" and OFFICERS.search(setting.before):
        return reasons.STAFFING
    if setting.before.endswith("由") and setting.after.startswith("组成"):
        return reasons.MEMBERSHIP
    if re.search(r"设$|分为?$|包[括含]$|涵盖$|涉及$", setting.before) and PARTS.match(setting.after):
        return reasons.STRUCTURE
    if setting.mention.unit == "份" and re.search(r"一式$", setting.before):
        return reasons.FILING
    if setting.mention.unit in ("人", "个") and re.match(
        r"[^,。;]{0,8}(?:任|为)(?:副?组长|成员|联络员)", setting.after
    ):
        return reasons.STAFFING
    if re.search(r"每(?:月|周|季度?)\d{1,2}日前?报送[^,。;]{0,2}$", setting.before):
        return reasons.FILING
    if PARTS_OF_PAPER.search(setting.said[-30:]):
        return reasons.STRUCTURE
    if re.search(
        r"负责(?!人)[^,。;]{0,8}$|(?:每人|领导|干部|成员)[^,。;]{0,3}(?:包|挂钩)$|包[片干保][^,。;]{0,6}$|分管[^,。;]{0,4}$",
        setting.before,
    ):
        return reasons.STAFFING
    if STAFF.match(setting.after) and STAFFING.search(setting.before) and setting.mention.value < 30:
        return reasons.STAFFING
    if (
        setting.mention.unit in ("批", "期", "组", "轮", "次", "类", "档", "片")
        and re.search(r"分(?!享|会|校|公司|厂|别|工会)[^,。;\d]{0,8}$", setting.before)
    ) or (re.search(r"抽调[^,。;]{0,4}$", setting.before) and setting.mention.unit == "人"):
        return reasons.STAFFING
    structural = setting.mention.unit in (
        "个",
        "项",
        "条",
        "种",
        "类",
        "件",
        "期",
        "节",
        "轮",
        "门",
        "场",
        "篇",
        "块",
    ) and ABSTRACT.match(setting.after)
    return reasons.STRUCTURE if structural and setting.mention.value < 20 else None
