"""The small world of the tests: one county, three committees, six unions, nine people, fixed dates.

合德 is where things happen; the people of 四明 are the strangers from the next town.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from tests.met import meet
from tests.paid import pay_warmth
from tests.worked import work_through_the_year
from zhijia.accounts.models import Post, User
from zhijia.kit.identity.id_number import make_id
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import record_fact
from zhijia.registers.base.register import register_of

TODAY = dt.date(2014, 7, 10)
NOW = dt.datetime(2014, 7, 10, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
LONG_AGO = dt.date(2010, 1, 1)
PASSWORD = "open-sesame-2014"

ORGANISATIONS = (
    # code, parent, kind, name, short name
    ("320924100001", None, "10", "海川县总工会", "县总"),
    ("320924200001", "320924100001", "20", "合德镇工会工作委员会", "合德镇"),
    ("320924200002", "320924100001", "20", "四明镇工会工作委员会", "四明镇"),
    ("320924240001", "320924100001", "24", "县教育系统工会", "县教育"),
    ("320924400001", "320924200001", "40", "合德纺织有限公司工会委员会", "合德纺织"),
    ("320924400002", "320924200001", "40", "合德机械有限公司工会委员会", "合德机械"),
    ("320924410001", "320924200001", "41", "合德商贸联合工会委员会", "合德商贸"),
    ("320924400003", "320924200002", "40", "四明木业有限公司工会委员会", "四明木业"),
    ("320924400004", "320924200002", "40", "四明化工有限公司工会委员会", "四明化工"),
    ("320924400005", "320924240001", "40", "县实验小学工会委员会", "实验小学"),
)  # fmt: skip
PEOPLE = (
    # key, name, role, organisation
    ("chair", "陈守正", "county-chair", "县总"),
    ("office", "林知微", "county-office", "县总"),
    ("organiser", "周立新", "county-organiser", "县总"),
    ("hede", "单国强", "committee-chair", "合德镇"),
    ("siming", "曾庆和", "committee-chair", "四明镇"),
    ("education", "解文静", "committee-chair", "县教育"),
    ("clerk", "王芳", "union-clerk", "合德纺织"),
    ("neighbour", "李大鸣", "union-clerk", "四明木业"),
    ("shop", "高富", "union-chair", "合德机械"),
)  # fmt: skip


@dataclass
class World:
    """Handles to everything the tests talk about."""

    org: dict[str, Organisation] = field(default_factory=dict)
    post: dict[str, Post] = field(default_factory=dict)
    union: dict[str, Any] = field(default_factory=dict)
    employer: dict[str, Any] = field(default_factory=dict)
    members: list[Any] = field(default_factory=list)
    round: Any = None
    visit: Any = None
    listed: Any = None
    nail: Any = None
    met: dict[str, Any] = field(default_factory=dict)
    paid: Any = None


def make_world() -> World:
    """The organisations, the people and their posts; no facts yet."""
    world = World()
    by_code: dict[str, Organisation] = {}
    for code, parent, kind, name, short in ORGANISATIONS:
        values = {"code": code, "kind": kind, "name": name, "short_name": short, "valid_from": LONG_AGO}
        if parent is None:
            node = Organisation.objects.add_root(values)
        else:
            node = Organisation.objects.add_child(Organisation.objects.get(code=parent), values)
        by_code[code] = world.org[short] = node
    for key, name, role, organisation in PEOPLE:
        user = User.objects.create_user(username=key, password=PASSWORD, full_name=name)
        world.post[key] = Post.objects.create(
            user=user, role=role, organisation=world.org[organisation], since=LONG_AGO
        )
    return world


def fill(world: World) -> World:
    """Facts: each union with its employer and a few members, two employers without a union, contracts, terms."""
    founded = {"合德机械": dt.date(2014, 3, 18), "四明化工": dt.date(2014, 5, 20)}
    for number, (code, _, kind, name, short) in enumerate(ORGANISATIONS[4:], start=1):
        node = world.org[short]
        day = founded.get(short, dt.date(2011, 4, 1))
        unit_kind = "I" if short == "实验小学" else "J" if kind == "41" else "E"
        union = record("organising.union", organisation=node, name=name, code=code, kind=kind, unit_kind=unit_kind,
                       since=day, founded_on=day, reply_no=f"川工复〔{day.year}〕{number}号")  # fmt: skip
        employer = record("organising.employer", organisation=node, name=name.removesuffix("工会委员会"),
                          unit_kind="E" if kind == "41" else unit_kind, employees=40 * number, women=10 * number,
                          migrants=5 * number, since=day, union=union, unionised_on=day)  # fmt: skip
        record("organising.term", union=union, number=1, starts_on=day, ends_on=day.replace(year=day.year + 3),
               since=day)  # fmt: skip
        record("organising.position", organisation=node, name=f"赵{'一二三四五六'[number - 1]}", role="chair", body="UC",
               starts_on=day, since=day, full_time=number > 4)  # fmt: skip
        world.union[short], world.employer[short] = union, employer
        for seq in range(1, 4):
            world.members.append(add_member(world, short, number * 10 + seq, joined=day))
    for town, size in (("合德镇", 80), ("四明镇", 20)):
        world.employer[f"{town}未建"] = record(
            "organising.employer", organisation=world.org[town], name=f"{town}新星电子有限公司", unit_kind="E",
            employees=size, women=size // 2, since=LONG_AGO)  # fmt: skip
    fill_organisation_life(world)
    _survey(world)
    for short, kind in (("合德纺织", "WAGE"), ("合德纺织", "SAFETY"), ("四明木业", "WAGE")):
        record("relations.contract", employer=world.employer[short], kind=kind, signed_on=dt.date(2013, 9, 1),
               effective_on=dt.date(2013, 9, 1), ends_on=dt.date(2014, 8, 31), since=dt.date(2013, 9, 1))  # fmt: skip
    world.met = meet(world.org, world.employer, record)
    work_through_the_year(world.org)
    world.paid = pay_warmth(world.union["合德纺织"], world.members[0], world.post["organiser"])
    return world


def fill_organisation_life(world: World) -> None:
    """What 合德纺织 alone has: bodies, its first election, a certificate about to run out, a trained and cleared chair."""
    union, founded = world.union["合德纺织"], dt.date(2011, 4, 1)
    for body, seats in (("UC", 3), ("FA", 3)):
        record("organising.body", union=union, body=body, established_on=founded, seats=seats, since=founded)
    record("organising.election", union=union, kind="FIRST", held_on=founded, form="ALL", number=1, years=3, members=40,
           entitled=40, present=38, ballot="1", seats=3, candidates=4, lowest_votes=30, chair_name="赵一",
           chair_candidates=2, chair_votes=33, notice_from=dt.date(2011, 3, 20), notice_until=dt.date(2011, 3, 26),
           stroke_order="1", party_agreed_on=dt.date(2011, 3, 15), upper_agreed_on=dt.date(2011, 3, 18),
           reported_on=dt.date(2011, 4, 2), reply_on=dt.date(2011, 4, 10), reply_no="川工批〔2011〕1号", since=founded)  # fmt: skip
    record("organising.certificate", union=union, number="工法证字第100001号", valid_from=dt.date(2011, 8, 1),
           valid_until=dt.date(2014, 7, 31), legal_person="赵一", since=dt.date(2011, 8, 1))  # fmt: skip
    record("organising.training", organisation=union.organisation, name="赵一", kind="CHAIR",
           starts_on=dt.date(2011, 9, 1), hours=16, since=dt.date(2011, 9, 1))  # fmt: skip
    answers = dict.fromkeys(("x1", "x2", "x3", "x4", "x5", "x6", "x7"), "0")
    record("organising.chair-check", union=union, name="赵一", checked_on=dt.date(2011, 3, 10), grade="M2", **answers,
           confirmed_on=dt.date(2011, 3, 18), since=dt.date(2011, 3, 10))  # fmt: skip


def _survey(world: World) -> None:
    """A round in 合德, two visits to the workplace that stays against a union, its place on the list, one listed row."""
    hede, firm = world.org["合德镇"], world.employer["合德镇未建"]
    first = dt.date(2014, 6, 3)
    world.round = record("organising.round", organisation=hede, name="夏季摸排", starts_on=first,
                         ends_on=dt.date(2014, 7, 31), since=first, responsible="单国强")  # fmt: skip
    for day in (dt.date(2014, 6, 5), dt.date(2014, 6, 20)):
        world.visit = record("organising.visit", round=world.round, employer=firm, visited_on=day, since=day, will="4",
                             employees=80, women=40, obstacle="1", next_step="请商会出面", visitor="单国强")  # fmt: skip
    world.nail = record("organising.nail", employer=firm, level="N0", since=dt.date(2014, 6, 24), note="两次走访均抵触")
    world.listed = record("organising.listed", organisation=hede, name="合德镇新星电子有限责任公司", source="TAX",
                          received_on=dt.date(2014, 6, 4), since=dt.date(2014, 6, 4), employees=85)  # fmt: skip


def record(register: str, **values: Any) -> Any:
    """Write one fact without a post, as a migration from paper would."""
    return record_fact(register_of(register), values=values, by=None, at=NOW - dt.timedelta(days=30))


def add_member(world: World, union: str, seq: int, *, joined: dt.date, state: str = "ACTIVE") -> Any:
    """One synthetic member; odd numbers are men."""
    number = make_id("320924", dt.date(1980, 1, 1) + dt.timedelta(days=seq), seq, "male" if seq % 2 else "female")
    return record(
        "organising.member", organisation=world.org[union], name=f"成员{seq}", id_number=number, joined_on=joined,
        since=joined, state=state, mobile=f"1999000{seq:04d}", nation="01", education="30", political="13",
        hukou_type="2", employ_form="1", is_migrant=seq % 3 == 0, confirmed_on=dt.date(2014, 1, 15),
    )  # fmt: skip
