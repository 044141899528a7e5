"""What an inspection found: a mark for every item of a checklist."""

from collections.abc import Mapping
from typing import Literal

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.checklists import Checklist
from zhijia.schemes.load import Strict
from zhijia.schemes.words import said

Mark = Literal["yes", "exempt", "no"]
MARKS: Mapping[Mark, str] = {
    "yes": gettext_noop("达到"),
    "exempt": gettext_noop("不适用"),
    "no": gettext_noop("未达到"),
}
UNANSWERED = gettext_noop("“%(item)s”还没有选择，请逐项填写后再提交。")
NO_EXEMPTION = gettext_noop("“%(item)s”对这类单位没有豁免规定，只能选“达到”或“未达到”。")
NO_SUCH_MARK = gettext_noop("“%(item)s”只能选“达到”“不适用”或“未达到”。")
NO_SUCH_ITEM = gettext_noop("验收表里没有“%(item)s”这一项，请刷新页面后重新填写。")


class Result(Strict):
    """What an inspection found: the reading used and a mark for every item."""

    checklist: str
    preset: str
    marks: dict[str, Mark]

    @property
    def met(self) -> int:
        """Items met or not applying."""
        return sum(mark != "no" for mark in self.marks.values())

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return self.met == len(self.marks)


def read_result(checklist: Checklist, preset: str, kind: str, marks: Mapping[str, str]) -> Result:
    """The marks of an inspection, every item answered and none exempt without a rule; Problem otherwise."""
    items = checklist.presets[preset].items
    for key in marks:
        if key not in items:
            raise Problem(NO_SUCH_ITEM, item=key)
    read: dict[str, Mark] = {}
    for key, item in items.items():
        match marks.get(key, ""):
            case "":
                raise Problem(UNANSWERED, item=said(item.label))
            case "exempt" if kind not in item.exempt and not item.exempt_when:
                raise Problem(NO_EXEMPTION, item=said(item.label))
            case "yes" | "exempt" | "no" as mark:
                read[key] = mark
            case _:
                raise Problem(NO_SUCH_MARK, item=said(item.label))
    return Result(checklist=checklist.checklist, preset=preset, marks=read)
