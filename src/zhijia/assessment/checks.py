"""What must hold for assessment, walked by `zhijia verify`: a frozen sheet can be made again, a survey counts its answers."""

from collections.abc import Iterator

from zhijia.assessment.actions.freezing import taken_out
from zhijia.assessment.actions.surveys import counted
from zhijia.assessment.models import FrozenSheet, MemberSurvey
from zhijia.kit.finding import Finding
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.assessments.scoring import sheet_of
from zhijia.schemes.assessments.verdict import verdict_of
from zhijia.schemes.catalogue import catalogue

GONE = gettext_noop("“%(name)s”的固定评分表所用的办法“%(edition)s”不在目录里，请放回原文件。")
OTHERWISE = gettext_noop("“%(name)s”%(stage)s评分表按当时的依据重算为%(now)s分%(star)s星，与所记不符，请查明原因。")
MISCOUNTED = gettext_noop("“%(name)s”的会员评家结果与答卷不符，请查明原因。")


def check_every_frozen_sheet_can_be_made_again() -> Iterator[Finding]:
    """Scoring the stored evidence under the same edition gives the stored total and star."""
    for row in FrozenSheet.objects.select_related("organisation").iterator(chunk_size=200):
        edition = catalogue().assessments.get(row.edition)
        where, name = f"assessment/{row.pk}", str(row.organisation)
        if edition is None:
            yield Finding(where, Problem(GONE, name=name, edition=row.edition))
            continue
        seen, record = taken_out(row.evidence)
        sheet = sheet_of(edition, row.kind, seen)
        star = verdict_of(sheet, seen, record).star
        if (sheet.total, star) != (row.total, row.star):
            told = {"name": name, "stage": row.get_stage_display(), "now": sheet.total, "star": star}
            yield Finding(where, Problem(OTHERWISE, **told))


def check_every_survey_counts_its_answers() -> Iterator[Finding]:
    """A closed survey by links says what its answers say."""
    closed = MemberSurvey.objects.filter(way=MemberSurvey.Way.LINK, closed_on__isnull=False)
    for survey in closed.select_related("organisation"):
        if survey.counts != counted(survey) or survey.answered != survey.answers.count():
            yield Finding(f"assessment/survey/{survey.pk}", Problem(MISCOUNTED, name=str(survey.organisation)))
