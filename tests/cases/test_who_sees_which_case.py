"""A reviewer sees cases at his step in his subtree, his own, and those he acted in; nobody sees the neighbour's."""

import pytest

from tests.cases.conftest import Trial, panel_of
from tests.world import LONG_AGO, TODAY, World
from zhijia.accounts.models import Post
from zhijia.cases.actions import recuse, seat_panel
from zhijia.cases.queries import awaiting, case_of, cases_about, cases_for
from zhijia.kit.problem import NotFound


def seen(trial: Trial, who: str | Post) -> bool:
    """Whether it is on this person's list."""
    post = trial.county.post[who] if isinstance(who, str) else who
    return trial.case in cases_for(post, trial.day)


def test_the_neighbour_sees_nothing(trial: Trial) -> None:
    """Neither list nor page nor the employer's page tells of it."""
    for who in ("siming", "neighbour", "education", "clerk", "shop"):
        assert not seen(trial, who)
        with pytest.raises(NotFound):
            case_of(trial.county.post[who], trial.case.pk, TODAY)
        assert not cases_about(trial.county.post[who], trial.case.register, trial.case.subject, TODAY)


def test_a_reviewer_sees_it_when_it_comes_to_his_step_and_afterwards(trial: Trial) -> None:
    """The chair looks on from the start, as the edition says; the organiser waits for his turn."""
    assert seen(trial, "hede") and seen(trial, "chair")
    assert not seen(trial, "organiser")
    trial.check()
    assert seen(trial, "organiser") and seen(trial, "office")
    trial.take("organiser", "agree")
    trial.take("chair", "agree")
    assert trial.step == "panel" and seen(trial, "organiser") and not seen(trial, "office")


def test_a_panel_member_sees_the_case_while_the_panel_sits(trial: Trial, county: World) -> None:
    """And is asked until the score is given or interest declared."""
    trial.check()
    trial.agree()
    members = panel_of(county, 5)
    assert not seen(trial, members[0])
    seat_panel(members=members, by=county.post["organiser"], **trial.told())
    assert seen(trial, members[0]) and list(awaiting(members[0], TODAY)) == [trial.case]
    recuse(reason="亲属", by=members[0], **trial.told())
    assert not awaiting(members[0], TODAY)


def test_another_committee_of_the_same_role_is_outside(trial: Trial, county: World) -> None:
    """The step is the committee chair's, but of this committee."""
    other = Post.objects.create(
        user=county.post["office"].user, role="committee-chair", organisation=county.org["四明镇"], since=LONG_AGO
    )
    assert not seen(trial, other) and not awaiting(other, TODAY)
