"""Each record of a case as a sentence."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.words import said


def sentence_of(record: Any, edition: CaseEdition) -> str:
    """One record as a sentence; who and when are printed beside it."""
    labels = {step.key: said(step.label) for step in edition.steps}
    step = labels.get(record.step, "")
    words = _SENTENCES[record.verb]()
    told = {
        "step": step, "to": labels.get(record.to, ""), "outcome": _outcome(record, edition), "member": record.about,
        "opens": record.data.get("opens_on", ""), "closes": record.data.get("closes_on", ""),
        "answers": "、".join(said(edition.asks[key].label) for key in record.data.get("answers", {}) if key in edition.asks),
    }  # fmt: skip
    sentence = words % told
    if record.verb == "done" and told["outcome"]:
        sentence = _("办理“%(step)s”：%(outcome)s") % told
    if record.behalf_id:
        sentence += _("（代%(person)s办理）") % {"person": record.behalf.user}
    return sentence


def _outcome(record: Any, edition: CaseEdition) -> str:
    if record.verb == "ended":
        return said(edition.endings[record.outcome].label)
    if record.verb == "answered":
        return _("异议成立") if record.outcome == "upheld" else _("异议不成立")
    return said(edition.step(record.step).outcomes.get(record.outcome, "")) if record.step else ""


_SENTENCES: dict[str, Callable[[], str]] = {
    "opened": lambda: _("提出申请"),
    "done": lambda: _("办理“%(step)s”"),
    "voted": lambda: _("对“%(step)s”表决：%(outcome)s"),
    "seated": lambda: _("%(member)s进入评审组"),
    "scored": lambda: _("已评分"),
    "recused": lambda: _("声明回避"),
    "published": lambda: _("发布公示，%(opens)s至%(closes)s"),
    "objected": lambda: _("收到异议"),
    "answered": lambda: _("答复异议：%(outcome)s"),
    "returned": lambda: _("退回到“%(to)s”"),
    "changed": lambda: _("修改填报内容：%(answers)s"),
    "ended": lambda: _("终止：%(outcome)s"),
    "appealed": lambda: _("提出申诉"),
    "upheld": lambda: _("申诉成立，继续办理"),
    "dismissed": lambda: _("驳回申诉"),
}
