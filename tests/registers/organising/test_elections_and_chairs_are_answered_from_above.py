"""The higher union approves an election and confirms a chair; what stands in the way is told rule by rule."""

import datetime as dt
from typing import Any

import pytest

from tests.world import NOW, World
from tests.world import record as enter
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.registers.base.actions import correct_fact, record_fact
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.chair_confirming import confirm_chair
from zhijia.registers.organising.electing import reply_to_election
from zhijia.registers.organising.models import Election, Position, UnionTerm

HELD, REPLY = dt.date(2014, 6, 20), dt.date(2014, 7, 2)


def renewal(world: World, **more: Any) -> Any:
    """A sound second election of 合德纺织."""
    values = {
        "union": world.union["合德纺织"], "kind": "RENEWAL", "held_on": HELD, "form": "ALL", "number": 2, "years": 5,
        "members": 40, "entitled": 40, "present": 36, "ballot": "1", "seats": 5, "candidates": 6, "lowest_votes": 25,
        "chair_name": "钱二", "chair_candidates": 2, "chair_votes": 26, "notice_from": dt.date(2014, 6, 10),
        "notice_until": dt.date(2014, 6, 16), "stroke_order": "1", "party_agreed_on": dt.date(2014, 6, 5),
        "upper_agreed_on": dt.date(2014, 6, 8), "reported_on": dt.date(2014, 6, 23), "since": HELD,
    }  # fmt: skip
    return enter("organising.election", **(values | more))


def reply(world: World, election: Any, who: str = "hede", on: dt.date = REPLY) -> Any:
    """The reply of the town's committee."""
    return reply_to_election(election=election, number="合工批〔2014〕3号", on=on, by=world.post[who], at=NOW)


def test_a_sound_election_opens_the_term_and_seats_the_chair(county: World) -> None:
    """Term two runs five years from the day of the election; the old chair leaves that day."""
    written = reply(county, renewal(county))
    assert (written.reply_on, written.reply_no) == (REPLY, "合工批〔2014〕3号")
    term = UnionTerm.objects.living().get(union=county.union["合德纺织"], number=2)
    assert (term.starts_on, term.ends_on) == (HELD, dt.date(2019, 6, 20))
    offices = Position.objects.living().filter(organisation=county.org["合德纺织"], role="chair")
    assert {(held.name, held.starts_on, held.ends_on) for held in offices} == {
        ("赵一", dt.date(2011, 4, 1), HELD), ("钱二", HELD, None)
    }  # fmt: skip
    with pytest.raises(Conflict, match="已经办理"):
        reply(county, written)


def test_a_chair_who_is_elected_again_keeps_the_office(county: World) -> None:
    """No second line of the same office."""
    reply(county, renewal(county, chair_name="赵一"))
    assert Position.objects.living().filter(organisation=county.org["合德纺织"], role="chair").count() == 1


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"present": 26}, "到会人数（EL-3）不符合：应到40人，实到26人，至少要到27人。依据：工会基层组织选举工作条例"),
        ({"lowest_votes": 20}, "EL-4"),
        ({"notice_until": dt.date(2014, 6, 14)}, "公示5天，至少7天，应在选举前结束。依据：企业工会主席产生办法（试行）第十条（已核对公开来源）"),
        ({"years": None}, "任期（EL-1）还不能核对"),
        ({"seats": 9, "candidates": 10}, "委员会人数（SIZE）不符合：会员40人，委员会9人，应为3至7人"),
    ],
)  # fmt: skip
def test_an_unsound_election_is_not_approved(county: World, more: dict[str, Any], says: str) -> None:
    """The sentence names rule, numbers and source; nothing is written."""
    election = renewal(county, **more)
    with pytest.raises(Problem) as refusal:
        reply(county, election)
    assert says in str(refusal.value)
    assert Election.objects.get(pk=election.pk).reply_on is None
    assert not UnionTerm.objects.filter(number=2).exists()


def test_only_from_above(county: World) -> None:
    """Not by the union itself, not by the next town; not before the election."""
    election = renewal(county)
    with pytest.raises(Problem, match="由上级工会办理"):
        reply(county, election, "clerk")
    with pytest.raises(Refused):
        reply(county, election, "siming")
    with pytest.raises(Problem, match="早于选举日期"):
        reply(county, election, on=dt.date(2014, 6, 19))


def check(world: World, **answers: str) -> Any:
    """A check of 钱二 for 合德纺织, all boxes answered no."""
    boxes = dict.fromkeys(("x1", "x2", "x3", "x4", "x5", "x6", "x7"), "0") | answers
    return enter(
        "organising.chair-check", union=world.union["合德纺织"], name="钱二", checked_on=HELD, since=HELD, **boxes
    )


def test_a_clear_chair_is_confirmed_once(county: World) -> None:
    """By who stands above; then not again."""
    row = check(county)
    with pytest.raises(Problem, match="由上级工会办理"):
        confirm_chair(check=row, on=REPLY, by=county.post["clerk"], at=NOW)
    assert confirm_chair(check=row, on=REPLY, by=county.post["hede"], at=NOW).confirmed_on == REPLY
    with pytest.raises(Conflict):
        confirm_chair(check=row, on=REPLY, by=county.post["hede"], at=NOW)


@pytest.mark.parametrize(("answer", "says"), [({"x4": "1"}, "人力资源部门负责人"), ({"x6": ""}, "没有填写")])
def test_an_excluded_or_open_chair_is_not_confirmed(county: World, answer: dict[str, str], says: str) -> None:
    """With the exclusion and its paper."""
    row = check(county, **answer)
    with pytest.raises(Problem) as refusal:
        confirm_chair(check=row, on=REPLY, by=county.post["hede"], at=NOW)
    assert says in str(refusal.value) and "依据：" in str(refusal.value)


def test_an_excluded_person_is_not_written_down_as_chair(county: World) -> None:
    """The form of positions knows the check; other offices and other people are not touched by it."""
    check(county, x1="1")
    register = register_of("organising.position")
    values = {"organisation": county.org["合德纺织"], "name": "钱二", "role": "chair", "body": "UC", "starts_on": HELD,
              "since": HELD}  # fmt: skip
    with pytest.raises(Problem, match=r"企业行政负责人（含副职）.*第六条"):
        record_fact(register, values=values, by=county.post["hede"], at=NOW)
    assert record_fact(register, values=values | {"role": "member"}, by=county.post["hede"], at=NOW).pk
    clear = record_fact(register, values=values | {"name": "孙三"}, by=county.post["hede"], at=NOW)
    with pytest.raises(Problem, match="不得作为主席人选"):
        correct_fact(register, row=clear, values={"name": "钱二"}, by=county.post["hede"], at=NOW)
