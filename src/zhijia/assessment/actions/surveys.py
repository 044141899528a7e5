"""Members' surveys: opened with one-time links, answered anonymously, closed; or entered from paper."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction

from zhijia.accounts.models import Post
from zhijia.assessment.models import MemberSurvey, SurveyAnswer, SurveyLink
from zhijia.assessment.queries.editions import STARS, edition_named, edition_on
from zhijia.assessment.rules import invited_of, is_valid
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, NotFound, Problem, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.schemes.assessments.bands import Question, Survey
from zhijia.schemes.assessments.editions import Assessment
from zhijia.schemes.words import said

NO_SURVEY = gettext_noop("“%(title)s”没有会员评家。")
OPEN_ALREADY = gettext_noop("“%(name)s”的会员评家还没有结束，请先结束再开新的。")
NOBODY = gettext_noop("“%(name)s”没有在册会员，不能组织会员评家。")
TOO_SHORT = gettext_noop("截止日期%(closes)s须在开始日期%(opens)s之后，请核对。")
FEW_LINKS = gettext_noop("应邀请%(invited)s人，准备的链接只有%(count)s个。")
NO_LINK = gettext_noop("这个链接无效、已经用过，或评家已经结束。")
NOT_ALL = gettext_noop("请回答“%(question)s”。")
BAD_CHOICE = gettext_noop("“%(question)s”没有这个选项，请重新选择。")
CLOSED = gettext_noop("这次会员评家已经结束。")
TOO_MANY = gettext_noop("“%(question)s”的答卷%(count)s份多于邀请的%(invited)s人，请核对。")
BELOW_ZERO = gettext_noop("“%(question)s”的票数不能小于零，请核对。")
UNEVEN = gettext_noop("各题的答卷数应相同，“%(question)s”为%(count)s份，其他题为%(other)s份。")


def digest_of(token: str) -> str:
    """What is kept of a link."""
    return hashlib.sha256(token.encode()).hexdigest()


def questions_for(edition: Assessment, kind: str) -> dict[str, Question]:
    """The questions members of such a unit are asked; Problem for a sheet without a survey."""
    return _of_variant(edition, edition.variant_of(kind))


@transaction.atomic
def open_survey(
    *, organisation: Organisation, kind: str, members: int, tokens: Sequence[str], closes_on: dt.date, by: Post,
    on: dt.date, at: dt.datetime,
) -> MemberSurvey:  # fmt: skip
    """Open a survey with one-time links; of `tokens` so many are used as are to be invited.

    The tokens are handed out once and not kept. Conflict while another one is open.
    """
    by.may("stars.survey", organisation).insist()
    edition = edition_on(STARS, on)
    invited = invited_of(_survey(edition), members)
    if not invited:
        raise Problem(NOBODY, name=organisation)
    if closes_on <= on:
        raise Problem(TOO_SHORT, opens=on, closes=closes_on)
    if len(set(tokens)) < invited:
        raise Problem(FEW_LINKS, invited=invited, count=len(set(tokens)))
    survey = MemberSurvey(organisation=organisation, edition=edition.name, variant=edition.variant_of(kind),
                          way=MemberSurvey.Way.LINK, members=members, invited=invited, opened_on=on,
                          closes_on=closes_on, opened_by=by, at=at)  # fmt: skip
    try:
        with transaction.atomic():
            survey.save(force_insert=True)
    except IntegrityError as fault:
        raise Conflict(OPEN_ALREADY, name=organisation) from fault
    SurveyLink.objects.bulk_create(
        SurveyLink(survey=survey, digest=digest_of(one)) for one in sorted(set(tokens))[:invited]
    )
    record(kind="survey.opened", by=by, at=at, organisation=organisation.pk,
           detail={"name": organisation.name, "invited": invited})  # fmt: skip
    return survey


@transaction.atomic
def answer_survey(*, token: str, answers: Mapping[str, str], on: dt.date) -> None:
    """One member's answers by a link that works once; nothing tells which link gave them. NotFound for a spent one."""
    link = (
        SurveyLink.objects.select_for_update(of=("self",))
        .select_related("survey")
        .filter(digest=digest_of(token))
        .first()
    )
    if link is None or link.used or link.survey.closed_on is not None or on > link.survey.closes_on:
        raise NotFound(NO_LINK)
    asked = _asked(link.survey)
    given = {}
    for key, question in asked.items():
        choice = answers.get(key, "")
        if not choice:
            raise Problem(NOT_ALL, question=said(question.title))
        if choice not in question.choices:
            raise Problem(BAD_CHOICE, question=said(question.title))
        given[key] = choice
    link.used = True
    link.save(update_fields=["used"])
    SurveyAnswer.objects.create(survey=link.survey, answers=given)


@transaction.atomic
def close_survey(*, survey: MemberSurvey, by: Post, on: dt.date, at: dt.datetime) -> MemberSurvey:
    """Count the answers and tell whether it is valid; after that it never changes."""
    held = MemberSurvey.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=survey.pk)
    by.may("stars.survey", held.organisation).insist()
    if held.closed_on is not None:
        raise Conflict(CLOSED)
    held.counts = counted(held)
    held.answered = held.answers.count()
    _finish(held, on)
    held.save()
    _tell(held, by, at)
    return held


@transaction.atomic
def enter_paper_survey(
    *, organisation: Organisation, kind: str, members: int, invited: int, counts: Mapping[str, Mapping[str, int]],
    by: Post, on: dt.date, at: dt.datetime,
) -> MemberSurvey:  # fmt: skip
    """What was counted in an assembly, entered by the town; Problem when the numbers cannot be."""
    by.may("stars.survey", organisation).insist()
    edition = edition_on(STARS, on)
    answered = _checked(questions_for(edition, kind), counts, invited)
    held = MemberSurvey(organisation=organisation, edition=edition.name, variant=edition.variant_of(kind),
                        way=MemberSurvey.Way.PAPER, members=members, invited=invited, opened_on=on, closes_on=on,
                        answered=answered, counts={key: dict(one) for key, one in counts.items()}, opened_by=by,
                        at=at)  # fmt: skip
    _finish(held, on)
    held.save(force_insert=True)
    _tell(held, by, at)
    return held


def counted(survey: MemberSurvey) -> dict[str, dict[str, int]]:
    """Answers by question and choice."""
    found = {key: dict.fromkeys(question.choices, 0) for key, question in _asked(survey).items()}
    for answers in survey.answers.values_list("answers", flat=True):
        for key, choice in answers.items():
            found[key][choice] += 1
    return found


def _survey(edition: Assessment) -> Survey:
    if edition.survey is None:
        raise Problem(NO_SURVEY, title=said(edition.title))
    return edition.survey


def _asked(survey: MemberSurvey) -> dict[str, Question]:
    return _of_variant(edition_named(survey.edition), survey.variant)


def _of_variant(edition: Assessment, variant: str) -> dict[str, Question]:
    asked = _survey(edition).questions
    return {key: one for key, one in asked.items() if not one.applies or variant in one.applies}


def _finish(held: MemberSurvey, on: dt.date) -> None:
    held.closed_on = on
    rule = _survey(edition_named(held.edition))
    held.valid = is_valid(rule, held.invited, held.answered, on_paper=held.way == MemberSurvey.Way.PAPER)


def _tell(held: MemberSurvey, by: Post, at: dt.datetime) -> None:
    record(kind="survey.closed", by=by, at=at, organisation=held.organisation_id,
           detail={"name": held.organisation.name, "answered": held.answered, "invited": held.invited})  # fmt: skip


def _checked(asked: Mapping[str, Question], counts: Mapping[str, Mapping[str, int]], invited: int) -> int:
    """How many answered, the same for every question."""
    answered = -1
    for key, question in asked.items():
        given = counts.get(key, {})
        if set(given) - set(question.choices):
            raise Problem(BAD_CHOICE, question=said(question.title))
        if any(number < 0 for number in given.values()):
            raise Problem(BELOW_ZERO, question=said(question.title))
        number = sum(given.values())
        if number > invited:
            raise Problem(TOO_MANY, question=said(question.title), count=number, invited=invited)
        if answered not in (-1, number):
            raise Problem(UNEVEN, question=said(question.title), count=number, other=answered)
        answered = number
    return max(0, answered)
