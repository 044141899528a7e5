"""The steps in the life of a membership (会籍): from which state to which, who answers, what must be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhijia.kit.problem import NotFound, gettext_noop

Actor = Literal["holder", "union", "above", "receiver"]


@dataclass(frozen=True)
class Step:
    """One step of the life cycle.

    `actor`: the holding union or who stands above it; that union itself; only who stands above; the union named to
    receive. `moves`: a receiving union must be named; `names`: it may be. `joins`: membership starts that day.
    `papers`: the places of evidence that must be filled. `files`: the higher union puts it on file.
    """

    key: str
    label: str | Promise
    sources: tuple[str, ...]
    target: str
    reason: bool = True
    actor: Actor = "holder"
    moves: bool = False
    names: bool = False
    joins: bool = False
    papers: tuple[str, ...] = ()
    files: bool = False


STEPS: Sequence[Step] = (
    Step("approve", _("批准入会"), ("APPLIED",), "ACTIVE", reason=False, actor="union", joins=True),
    Step("refuse", _("不予批准"), ("APPLIED",), "REFUSED", actor="union"),
    Step("move", _("转会"), ("ACTIVE", "TRANSFER_OUT", "RETAINED"), "ACTIVE", moves=True),
    Step("transfer-out", _("办理转出"), ("ACTIVE",), "TRANSFER_OUT", names=True),
    Step("recall", _("撤回转出"), ("TRANSFER_OUT",), "ACTIVE"),
    Step("accept", _("接收"), ("TRANSFER_OUT",), "ACTIVE", reason=False, actor="receiver"),
    Step("decline", _("不予接收"), ("TRANSFER_OUT",), "ACTIVE", actor="receiver"),
    Step("retain", _("保留会籍"), ("ACTIVE",), "RETAINED"),
    Step("resume", _("恢复会籍"), ("RETAINED",), "ACTIVE"),
    Step("withdraw", _("退会"), ("ACTIVE", "RETAINED"), "WITHDRAWN", papers=("withdrawal",)),
    Step("lapse", _("视为自动退会"), ("ACTIVE",), "LAPSED", papers=("minutes",)),
    Step("expel", _("开除会籍"), ("ACTIVE",), "EXPELLED", papers=("minutes", "judgement")),
    Step("file", _("开除会籍备案"), ("EXPELLED",), "EXPELLED", reason=False, actor="above", files=True),
    Step("deceased", _("死亡注销"), ("ACTIVE", "RETAINED", "TRANSFER_OUT"), "DECEASED", reason=False),
)
_BY_KEY: Mapping[str, Step] = {step.key: step for step in STEPS}


def steps_from(state: str) -> Sequence[Step]:
    """The steps that lead on from a state, whoever may take them."""
    return [step for step in STEPS if state in step.sources and not step.files]


def open_steps(member: Any) -> Sequence[Step]:
    """The steps that lead on for this very member: an expulsion is put on file once."""
    return [step for step in STEPS if member.state in step.sources and not (step.files and member.filed_on)]


def step_of(key: str) -> Step:
    """A step by key; NotFound for a word nobody knows."""
    if key not in _BY_KEY:
        raise NotFound(gettext_noop("没有会籍步骤“%(key)s”。"), key=key)
    return _BY_KEY[key]
