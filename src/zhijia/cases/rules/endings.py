"""When a case may end before its last step."""

from zhijia.cases.rules.state import State
from zhijia.kit.answer import Answer
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition, Ending
from zhijia.schemes.words import said

OVER = gettext_noop("这个办件已经办结。")
NO_ENDING = gettext_noop("这项办理没有“%(ending)s”这种终止方式。")
DECIDED = gettext_noop("“%(ending)s”由相应步骤作出，不能直接终止。")
TOO_SOON = gettext_noop("“%(step)s”办完之后才能以“%(ending)s”终止。")
TOO_LATE = gettext_noop("“%(step)s”已经办完，不能再以“%(ending)s”终止。")
MAY = gettext_noop("可以以“%(ending)s”终止。")


def may_end(edition: CaseEdition, state: State, ending: str) -> Answer:
    """Whether the case may end so now, and why not."""
    found = edition.endings.get(ending)
    if found is None:
        return Answer(False, Problem(NO_ENDING, ending=ending))
    if state.step is None:
        return Answer(False, Problem(OVER))
    if found.decided:
        return Answer(False, Problem(DECIDED, ending=said(found.label)))
    if found.after and found.after not in state.done:
        return Answer(False, Problem(TOO_SOON, step=said(edition.step(found.after).label), ending=said(found.label)))
    if found.before and found.before in state.done:
        return Answer(False, Problem(TOO_LATE, step=said(edition.step(found.before).label), ending=said(found.label)))
    return Answer(True, Problem(MAY, ending=said(found.label)))


def endings_now(edition: CaseEdition, state: State) -> list[tuple[str, Ending]]:
    """The ways in which the case may end now."""
    return [(key, ending) for key, ending in edition.endings.items() if may_end(edition, state, key)]
