"""Words of the target pages for the closed lists of rules that know no language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, str | Promise]

ORDER_STATES: Words = {
    "draft": _("起草"),
    "issued": _("已下达"),
    "signed": _("已签收"),
    "objected": _("有异议"),
    "running": _("执行中"),
    "done": _("已完成"),
    "closed": _("已销号"),
}
KEYS: Words = {
    "equal": _("平均分解"),
    "employers-without-union": _("按未建会单位数"),
    "employees": _("按职工人数"),
    "last-year": _("按上年实绩"),
    "same-value": _("各单位同一目标值"),
    "by-hand": _("手工分解"),
}
KEY_UNITS: Words = {
    "employers-without-union": _("未建会单位数"),
    "employees": _("职工人数"),
    "last-year": _("上年实绩"),
}
PACES: Words = {"linear": _("按时间均衡"), "milestones": _("按节点"), "seasonal": _("按季节")}
COMPARATORS: Words = {">=": _("不少于"), "<=": _("不超过"), "==": _("等于")}
COLOURS: Words = {"blue": _("蓝色"), "yellow": _("黄色"), "red": _("红色")}
LIGHT_OF_COLOUR: Mapping[str, str] = {"blue": "blue", "yellow": "yellow", "red": "red"}
CONFIDENCES: Words = {"high": _("把握大"), "middle": _("把握一般"), "low": _("把握小"), "hand": _("手工标注")}
OUTCOMES: Words = {"full": _("全面完成"), "partly": _("部分完成"), "idle": _("未启动")}
