"""Whether a step with a condition is taken, on what has been answered and decided so far."""

from collections.abc import Mapping

from zhijia.cases.rules.records import Rec
from zhijia.schemes.conditions import Rulebook, judge
from zhijia.schemes.conditions.reading import outcome_key
from zhijia.schemes.grants.known import known_of
from zhijia.schemes.steps import Step


def is_taken(step: Step, answers: Mapping[str, object], done: Mapping[str, Rec], book: Rulebook) -> bool:
    """Its condition is met, or cannot be judged because something is missing: nothing is skipped for want of a paper."""
    if step.when is None:
        return True
    known = {**known_of(book.facts, answers), **{outcome_key(key): record.outcome for key, record in done.items()}}
    return judge(step.when, known, book).verdict is not False


def may_come(step: Step, answers: Mapping[str, object], done: Mapping[str, Rec], book: Rulebook) -> bool:
    """Whether it is still possible that the step is taken: an outcome it hangs on is not there yet."""
    if step.when is None or any(node.step and node.step not in done for node in step.when.walk()):
        return True
    return is_taken(step, answers, done, book)
