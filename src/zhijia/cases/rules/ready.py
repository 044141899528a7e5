"""What still keeps the present step from being closed: a notice that runs, an objection, a panel that has not scored."""

from zhijia.cases.rules.limits import Limits
from zhijia.cases.rules.state import State
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.words import said

NOT_PUBLISHED = gettext_noop("“%(step)s”须先公示，请先发布公示。")
RUNS = gettext_noop("公示到%(until)s结束，请在期满后再办理。")
OBJECTIONS = gettext_noop("还有%(count)s条异议没有答复，请先答复。")
NO_PANEL = gettext_noop("“%(step)s”须先确定评审组。")
SCORES_MISSING = gettext_noop("评审组还有%(count)s人没有评分或回避，请等评分齐全后再办理。")
NO_SCORES = gettext_noop("评审组全体回避，没有有效评分，请退回重新确定评审组。")


def not_ready(state: State, limits: Limits) -> Problem | None:
    """Why the step cannot be closed yet; None when nothing stands in the way."""
    step = state.step
    if step is None:
        return None
    if step.kind == "notice":
        if state.notice is None:
            return Problem(NOT_PUBLISHED, step=said(step.label))
        if state.today <= state.notice.closes:
            return Problem(RUNS, until=state.notice.closes)
        if state.objections:
            return Problem(OBJECTIONS, count=len(state.objections))
    if step.panel is not None:
        if not state.seats:
            return Problem(NO_PANEL, step=said(step.label))
        left = len(state.seats) - len(state.scores) - len(state.recused)
        if left:
            return Problem(SCORES_MISSING, count=left)
        if not state.scores:
            return Problem(NO_SCORES)
    return None
