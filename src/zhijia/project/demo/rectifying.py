"""Rectification, inspection and co-building of the demo county: lists put right unevenly, some models, some idle pairs."""

import datetime as dt

from zhijia.project.demo.days import moment
from zhijia.project.demo.dice import day_between, stream
from zhijia.project.demo.following import fare
from zhijia.project.demo.places import PLACES
from zhijia.project.demo.posts import Posts
from zhijia.project.demo.tree import Tree
from zhijia.registers.base.actions import record_fact
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.following import take_up
from zhijia.registers.organising.models import Employer

_OPENED, _INSPECTED, _DAY = dt.date(2014, 3, 25), dt.date(2014, 5, 22), dt.timedelta(days=1)
_PROBLEMS = (
    ("到企业车间调研少", "BUREAUCRACY"), ("会议多、材料多", "FORMALISM"), ("会员名册更新不及时", "WORK"),
    ("经费使用公开不够", "WORK"), ("职工诉求答复慢", "BUREAUCRACY"), ("重签约轻履约", "FORMALISM"),
)  # fmt: skip


def rectify(seed: int, tree: Tree, posts: Posts) -> None:
    """Lists of some committees, an inspection by the congress, and workplaces that build together with the party."""
    rng, office = stream(seed, "rectify"), posts["office"]
    inspection = record_fact(register_of("organising.inspection"), by=office, at=moment(_INSPECTED, 16), values={
        "organisation": tree.county, "body": "CONGRESS", "topic": "工会法贯彻实施情况执法检查", "law": "工会法",
        "inspected_on": _INSPECTED, "since": _INSPECTED, "findings": "部分企业建会不规范\n个别企业拖欠工会经费"})  # fmt: skip
    for place in rng.sample(PLACES, 9):
        by, node = posts[place.login], tree.committees[place.login]
        values = {"organisation": node, "title": f"{place.short}教育实践活动整改清单", "source": "SELF",
                  "opened_on": _OPENED, "since": _OPENED}  # fmt: skip
        held = record_fact(register_of("organising.rectification"), values=values, by=by, at=moment(_OPENED))
        for problem, category in rng.sample(_PROBLEMS, rng.randint(2, 5)):
            due = day_between(rng, dt.date(2014, 5, 20), dt.date(2014, 8, 20))
            item = take_up(source=held, origin="rectification", by=by, at=moment(_OPENED, 11), values={
                "organisation": node, "item": problem, "category": category, "raised_on": _OPENED, "due_on": due})  # fmt: skip
            fare(item, rng.random(), by, office)
    for place in rng.sample(PLACES, 3):
        take_up(source=inspection, origin="inspection", by=office, at=moment(_INSPECTED, 17), values={
            "organisation": tree.committees[place.login], "item": f"{place.short}未建会企业依法建会",
            "raised_on": _INSPECTED, "due_on": dt.date(2014, 9, 30)})  # fmt: skip
    _build_together(seed, posts)


def _build_together(seed: int, posts: Posts) -> None:
    rng, office = stream(seed, "cobuilding"), posts["office"]
    pairs, activities = register_of("organising.cobuilding"), register_of("organising.cobuilding-activity")
    for firm in Employer.objects.living().filter(has_party_org=True, since__lte=_OPENED).order_by("pk")[:60]:
        signed, model = day_between(rng, firm.since, _OPENED), rng.random() < 0.2
        row = record_fact(pairs, by=office, at=moment(_OPENED, 14), values={
            "employer": firm, "party_org": f"{firm.name}党支部", "tie": rng.choice(["TOGETHER", "JOINT", "PAIRED"]),
            "signed_on": signed, "since": signed, "model": model, "level": "COUNTY" if model else ""})  # fmt: skip
        for _ in range(rng.choice([0, 0, 1, 2])):
            held = day_between(rng, _OPENED, dt.date(2014, 6, 30))
            record_fact(activities, by=office, at=moment(held, 17), values={
                "cobuilding": row, "title": "党员职工结对学技术", "kind": rng.choice(["STUDY", "SERVICE", "HELP"]),
                "held_on": held, "since": held, "people": rng.randint(8, 60)})  # fmt: skip
