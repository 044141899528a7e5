"""Plans and their clauses: how far the reading got, and the text cut where its clauses begin and end."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from zhijia.accounts.models import Post
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.targets.models import Clause, Plan
from zhijia.targets.models.plans import PlanQuerySet

NO_PLAN = gettext_noop("没有这份计划，或它不在您的管理范围内。")
NO_CLAUSE = gettext_noop("这份计划里没有这个条款。")


@dataclass(frozen=True)
class Skipped:
    """A figure the reader saw and left out, with its reason."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True)
class Piece:
    """A stretch of the text; `clause` 0 for words between clauses."""

    text: str
    start: int
    clause: int = 0
    state: str = ""
    confidence: str = ""


def plans_of(post: Post) -> PlanQuerySet:
    """Plans the post may work on, with how many clauses are decided of how many."""
    post.may("plans.edit").insist()
    found: PlanQuerySet = Plan.objects.visible_to(post).annotate(
        total=Count("clauses"), decided=Count("clauses", filter=~Q(clauses__state="proposed")),
        confirmed=Count("clauses", filter=Q(clauses__state="confirmed")),
    )  # fmt: skip
    return found.defer("text", "skipped")


def plan_of(post: Post, number: int) -> Plan:
    """One plan; NotFound outside the post's subtree."""
    post.may("plans.edit").insist()
    found = Plan.objects.visible_to(post).select_related("organisation").filter(pk=number).first()
    if found is None:
        raise NotFound(NO_PLAN)
    return found


def clauses_of(plan: Plan) -> list[Clause]:
    """All clauses in reading order."""
    return list(plan.clauses.select_related("decided_by__user", "decided_by__organisation"))


def clause_of(post: Post, plan: int, number: int) -> Clause:
    """One clause of a plan the post may work on."""
    held = plan_of(post, plan)
    found = held.clauses.select_related("plan__organisation").filter(pk=number).first()
    if found is None:
        raise NotFound(NO_CLAUSE)
    return found


def skipped_of(plan: Plan) -> list[Skipped]:
    """What was left out and why, in reading order."""
    return [Skipped(start, end, plan.text[start:end], reason) for start, end, reason in plan.skipped]


def pieces_of(plan: Plan, clauses: Sequence[Clause]) -> list[Piece]:
    """The whole text in pieces, every character once; where clauses overlap, the earlier one keeps the words."""
    pieces: list[Piece] = []
    at = 0
    for clause in sorted(clauses, key=lambda clause: (clause.start, clause.end)):
        start = max(at, clause.start)
        if clause.end <= start:
            continue
        if start > at:
            pieces.append(Piece(plan.text[at:start], at))
        pieces.append(Piece(plan.text[start : clause.end], start, clause.pk, clause.state, confidence_word(clause)))
        at = clause.end
    if at < len(plan.text):
        pieces.append(Piece(plan.text[at:], at))
    return pieces


def confidence_word(clause: Clause) -> str:
    """high, middle, low; hand for a clause an officer marked."""
    if clause.confidence is None:
        return "hand"
    if clause.confidence * 100 >= 80:
        return "high"
    return "middle" if clause.confidence * 100 >= 60 else "low"


def next_open(clauses: Sequence[Clause], after: int = 0) -> Clause | None:
    """The next clause that waits, beginning behind a clause, else from the top."""
    waiting = [clause for clause in clauses if clause.state == Clause.State.PROPOSED]
    place = next((clause.start for clause in clauses if clause.pk == after), -1)
    behind = [clause for clause in waiting if clause.start > place and clause.pk != after]
    return next(iter(behind or waiting), None)


KINDS = Plan.Kind.choices
LEVELS = Clause.Level.choices
