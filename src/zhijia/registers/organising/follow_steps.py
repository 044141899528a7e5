"""Steps of a follow-up: from which states, to which, what each asks for, and whose hand it needs. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from zhijia.kit.problem import NotFound, gettext_noop

Asks = Literal["words", "rule", "day"]
NO_STEP = gettext_noop("落实事项没有“%(step)s”这一步，可办理的：%(known)s。")
# What has to be put right is confirmed by somebody else; what a meeting resolved may be closed by those who follow it.
CONFIRMED_BY_ANOTHER = ("inspection", "rectification")


@dataclass(frozen=True)
class FollowStep:
    """`verb`: what a post must be allowed; `other`: another hand than the one that reported it done."""

    key: str
    label: str
    sources: tuple[str, ...]
    target: str
    verb: str = "followups.edit"
    asks: tuple[Asks, ...] = ("words",)
    words: str = gettext_noop("进展")
    proof: bool = False
    other: bool = False


STEPS: Sequence[FollowStep] = (
    FollowStep("progress", gettext_noop("更新进展"), ("OPEN", "DOING"), "DOING"),
    FollowStep("report", gettext_noop("报告办结"), ("OPEN", "DOING"), "REPORTED",
               words=gettext_noop("办结情况"), proof=True),
    FollowStep("accept", gettext_noop("验收销号"), ("REPORTED",), "CLOSED", "followups.accept",
               words=gettext_noop("验收意见"), proof=True, other=True),
    FollowStep("keep", gettext_noop("转为长期坚持"), ("REPORTED",), "LASTING", "followups.accept", ("words", "rule"),
               words=gettext_noop("验收意见"), proof=True, other=True),
    FollowStep("return", gettext_noop("退回继续办理"), ("REPORTED",), "DOING", "followups.accept",
               words=gettext_noop("退回原因")),
    FollowStep("reopen", gettext_noop("重新打开"), ("CLOSED", "LASTING"), "DOING", "followups.accept",
               ("words", "day"), words=gettext_noop("重新打开的原因")),
    FollowStep("extend", gettext_noop("延期"), ("OPEN", "DOING"), "", "followups.accept", ("words", "day"),
               words=gettext_noop("延期原因")),
)  # fmt: skip
_BY_KEY: Mapping[str, FollowStep] = {step.key: step for step in STEPS}


def follow_step(key: str) -> FollowStep:
    """A step by its key; NotFound names those there are."""
    if key not in _BY_KEY:
        raise NotFound(NO_STEP, step=key, known="、".join(step.label for step in STEPS))
    return _BY_KEY[key]


def open_follow_steps(state: str) -> list[FollowStep]:
    """The steps that a state allows."""
    return [step for step in STEPS if state in step.sources]
