"""What the steps of a rating bring about: judgements by column, sheets fixed at each stage, the star itself."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from zhijia.assessment.actions.freezing import freeze_sheet
from zhijia.assessment.actions.judging import judge, judged_parts, write_means
from zhijia.assessment.models import FrozenSheet, Judgement
from zhijia.assessment.queries.editions import STARS, edition_on
from zhijia.assessment.queries.scores import score_of
from zhijia.assessment.rules import VALID, subsidy_of
from zhijia.cases.procedures import Act, Effect, Facts
from zhijia.cases.rules import panel_result
from zhijia.kit.period import add_years
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.ledger.actions.standings import grant_standing
from zhijia.orgs.kinds import level_of
from zhijia.schemes.assessments.editions import Assessment
from zhijia.schemes.catalogue import catalogue

NOT_GRASSROOTS = gettext_noop("星级评定的对象是基层工会，“%(name)s”不是。")
NOT_REACHED = gettext_noop("按现在的台账和评审结果可评%(reached)s星，不能公示为%(asked)s星。")
NO_STAR = gettext_noop("按现在的台账和评审结果不到二星，不能命名。")
CHANGED = gettext_noop("公示的是%(asked)s星，现在按台账可评%(reached)s星，请退回重新公示。")
LEVELS = {2: "two-star", 3: "three-star", 4: "four-star", 5: "five-star"}
# The judged parts as the questions of a step name them.
PARTS = {"A8": "A8", "F3": "F3", "G1": "G1.2", "G2": "G2"}


def may_begin(row: Any) -> None:
    """A grassroots union."""
    if level_of(row.kind) != "union":
        raise Problem(NOT_GRASSROOTS, name=row.name)


def check_answers(act: Act) -> None:
    """What is announced and named is what the sheet gives, no more."""
    if act.step.key not in ("notice", "name"):
        return
    asked = int(str(act.answers.get("star", 0)))
    reached = score_of(act.by, act.row.organisation_id, act.on, sheet(act)).verdict.star
    if act.step.key == "notice" and asked > reached:
        raise Problem(NOT_REACHED, reached=reached, asked=asked)
    if act.step.key == "name":
        if not reached:
            raise Problem(NO_STAR)
        if asked > reached:
            raise Problem(CHANGED, reached=reached, asked=asked)


def sheet(act: Act) -> Assessment:
    """The edition of the score sheet a case runs under: that of its application."""
    return edition_on(STARS, act.case.applied_on)


def prescored(act: Act) -> Facts:
    """The union takes notice of its score and of what it lacks."""
    return _fixed(act, FrozenSheet.Stage.PRESCORED)


def submitted(act: Act) -> Facts:
    """What was applied with."""
    return _fixed(act, FrozenSheet.Stage.SUBMITTED)


def checked(act: Act) -> Facts:
    """The department's column, then the sheet anew; a difference to what was applied with is told."""
    _judged(act, "dept", Judgement.Column.DEPARTMENT)
    return _fixed(act, FrozenSheet.Stage.CHECKED)


def panelled(act: Act) -> Facts:
    """The panel's mean, without the highest and the lowest from five votes on, for every part that people judge."""
    scores = [Decimal(str(one.data["score"])) for one in act.state.scores if one.post not in act.state.recused]
    result = panel_result(scores, 100)
    assert result is not None
    edition = sheet(act)
    shares = dict.fromkeys(judged_parts(edition), result.mean)
    write_means(organisation=act.row.organisation, shares=shares, by=act.by, on=act.on, at=act.at,
                case=act.case.number, edition=edition)  # fmt: skip
    one = score_of(act.by, act.row.organisation_id, act.on, edition)
    return {"mean": str(result.mean), "total": str(one.sheet.total), "star": one.verdict.star}


def named(act: Act) -> Facts:
    """The star is decided; what it is worth beyond the star held before."""
    edition = sheet(act)
    before = score_of(act.by, act.row.organisation_id, act.on, edition).record.star
    star = int(str(act.answers["star"]))
    row = freeze_sheet(post=act.by, organisation=act.row.organisation_id, stage=FrozenSheet.Stage.DECIDED,
                       case=act.case.number, on=act.on, at=act.at, edition=edition)  # fmt: skip
    standing = grant_standing(holder=act.row.organisation, kind="star", level=LEVELS[star], on=act.on,
                              until=add_years(act.on, int(catalogue().number(VALID, act.on))), by=act.by, at=act.at,
                              case=act.case.number, decision=act.number, basis=edition.name,
                              client_key=f"star {act.case.number}", answered=True)  # fmt: skip
    return {
        "standing": standing.pk,
        "sheet": row.pk,
        "star": star,
        "total": str(row.total),
        "subsidy": subsidy_of(star, before, act.on),
    }


def _fixed(act: Act, stage: str) -> Facts:
    row = freeze_sheet(post=act.by, organisation=act.row.organisation_id, stage=stage, case=act.case.number, on=act.on,
                       at=act.at, edition=sheet(act))  # fmt: skip
    return {"sheet": row.pk, "total": str(row.total), "star": row.star}


def _judged(act: Act, prefix: str, column: str) -> None:
    levels = {part: str(act.answers[f"{prefix}_{key}"]) for key, part in PARTS.items()}
    judge(organisation=act.row.organisation, column=column, levels=levels, by=act.by, on=act.on, at=act.at,
          case=act.case.number, answered=True, edition=sheet(act))  # fmt: skip


def _column(prefix: str, column: str) -> Callable[[Act], Facts]:
    def write(act: Act) -> Facts:
        _judged(act, prefix, column)
        return {"column": column}

    return write


EFFECTS: Mapping[str, Effect] = {
    "prescored": prescored,
    "self-judged": _column("self", Judgement.Column.SELF),
    "submitted": submitted,
    "town-judged": _column("town", Judgement.Column.TOWN),
    "checked": checked,
    "panelled": panelled,
    "named": named,
}
