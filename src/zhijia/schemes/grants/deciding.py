"""`grants_of`: from the facts of a case to refusals as sentences, or standings and payments; the same facts give the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.conditions.changes import Change, smallest_changes
from zhijia.schemes.conditions.grammar import Condition
from zhijia.schemes.conditions.judging import Judged, judge
from zhijia.schemes.conditions.reading import Known, Missing
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.eligibility import Grant, Paper
from zhijia.schemes.grants.sums import Worked, worked_out
from zhijia.schemes.words import said

Kind = Literal["refuse", "paper", "eligible"]
ALL_MET, NOT_MET = gettext_noop("条件齐备。"), gettext_noop("不符合条件。")
RULED_OUT = gettext_noop("属于不予受理的情形：%(why)s。")
NOT_YET = gettext_noop("还不能判断：%(because)s。")


@dataclass(frozen=True)
class Clause:
    """One part of an edition's rule as judged; `why` for what rules a case out."""

    kind: Kind
    judged: Judged
    why: str = ""


@dataclass(frozen=True)
class Granted:
    """One grant of a case: the rule it comes from and, for money, how it was worked out."""

    grant: Grant
    worked: Worked | None = None

    @property
    def label(self) -> str:
        """What it is called."""
        found = self.grant.pays or self.grant.stands
        assert found is not None
        return found.label


@dataclass(frozen=True)
class Decision:
    """`verdict`: True when it may be granted, False when it may not, None while `missing` leaves it open. `changes`: the
    smallest sets of changes that would make it True."""

    verdict: bool | None
    clauses: tuple[Clause, ...]
    missing: tuple[Missing, ...]
    grants: tuple[Granted, ...]
    changes: tuple[tuple[Change, ...], ...] = ()

    @property
    def ruled_out(self) -> list[str]:
        """Reasons that rule the case out."""
        return [one.why for one in self.clauses if one.kind == "refuse" and one.judged.verdict is False]

    @property
    def sentence(self) -> Problem:
        """In one sentence."""
        if self.verdict is None:
            return Problem(NOT_YET, because=self.missing[0].because)
        if self.verdict:
            return Problem(ALL_MET)
        return Problem(RULED_OUT, why="；".join(map(said, self.ruled_out))) if self.ruled_out else Problem(NOT_MET)

    @property
    def fen(self) -> int:
        """All money together."""
        return sum(one.worked.fen for one in self.grants if one.worked)

    def kept(self) -> dict[str, Any]:
        """As it is written beside a decision, so that it can be compared when it is made again."""
        return {
            "verdict": self.verdict, "ruled_out": self.ruled_out, "missing": [one.key for one in self.missing],
            "grants": [[one.label, one.worked.fen if one.worked else 0] for one in self.grants],
        }  # fmt: skip


def rule_of(edition: CaseEdition) -> list[tuple[Kind, Condition, str]]:
    """The edition's rule as clauses that must all hold: nothing rules it out, its papers are there, it is eligible."""
    found: list[tuple[Kind, Condition, str]] = [
        ("refuse", Condition.model_validate({"not": one.when}), one.why) for one in edition.refuse_if
    ]
    found += [("paper", _wanted(paper), "") for paper in edition.evidence if paper.required]
    return found + ([("eligible", edition.eligible, "")] if edition.eligible is not None else [])


def whole_rule(edition: CaseEdition) -> Condition | None:
    """All clauses as one condition; None for an edition that asks nothing."""
    clauses = [condition for _, condition, _ in rule_of(edition)]
    return Condition.model_validate({"all": clauses}) if clauses else None


def _wanted(paper: Paper) -> Condition:
    there = {"holds": paper.key}
    return Condition.model_validate({"any": [{"not": paper.when}, there]} if paper.when is not None else there)


def decide(edition: CaseEdition, known: Known, book: Rulebook) -> Decision:
    """Whether it may be granted, and what; without the search for changes."""
    clauses = tuple(Clause(kind, judge(condition, known, book), why) for kind, condition, why in rule_of(edition))
    verdicts = [one.judged.verdict for one in clauses]
    if False in verdicts:
        return Decision(False, clauses, (), ())
    missing = {one.key: one for clause in clauses for one in clause.judged.missing}
    if missing:
        return Decision(None, clauses, tuple(missing.values()), ())
    grants, lacking = _granted(edition.grants, known, book)
    return Decision(None if lacking else True, clauses, tuple(lacking), () if lacking else tuple(grants))


def grants_of(edition: CaseEdition, known: Known, book: Rulebook) -> Decision:
    """The decision, and while it is not True the smallest changes that would make it so."""
    found = decide(edition, known, book)
    if found.verdict:
        return found
    changes = smallest_changes(known, book, lambda case: decide(edition, case, book).verdict)
    return Decision(found.verdict, found.clauses, found.missing, found.grants, changes)


def _granted(grants: Sequence[Grant], known: Known, book: Rulebook) -> tuple[list[Granted], list[Missing]]:
    made, lacking = [], []
    for grant in grants:
        worked = worked_out(grant.pays, known, book) if grant.pays else None
        if isinstance(worked, Missing):
            lacking.append(worked)
        else:
            made.append(Granted(grant, worked))
    return made, lacking


def once_keys(per: Sequence[str], known: Known, extra: Mapping[str, str]) -> tuple[str, ...]:
    """The values a payment is paid once for, in the order of the edition."""
    return tuple(str(extra[key]) if key in extra else str(known.get(key) or "") for key in per)
