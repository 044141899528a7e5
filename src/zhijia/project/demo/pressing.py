"""Nail units of the demo county at every step that is in use, and a list of the tax office waiting to be compared."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from zhijia.project.demo.days import moment
from zhijia.project.demo.dice import stream
from zhijia.project.demo.firms import Firms
from zhijia.project.demo.places import PLACES
from zhijia.project.demo.posts import Posts
from zhijia.project.demo.tree import Tree
from zhijia.registers.base.bulk import record_facts
from zhijia.registers.organising.drive.actions import enter_list, take_nail_step
from zhijia.registers.organising.drive.listed import LISTED
from zhijia.registers.organising.drive.queries.nails import candidates
from zhijia.registers.organising.employers import Employer

ENTERED, RECEIVED = dt.date(2014, 6, 5), dt.date(2014, 6, 12)
_NO_MORE = ("两次走访均不同意建会，说明没有正当理由。", "负责人表示不考虑建会，职工有建会愿望。")
# Who has come how far: the steps after entering, each with its day.
PATHS: Sequence[Sequence[tuple[str, int, int]]] = (
    (),
    (("N1", 6, 17),),
    (("N1", 6, 10), ("N2", 7, 9)),
    (("N1", 6, 9), ("N2", 6, 25), ("N3", 7, 8)),
    (("N1", 6, 6), ("N2", 6, 12), ("N3", 6, 20), ("N5", 7, 7)),
    (("NX", 6, 30),),
    (),
)
_WORDS = {
    "N1": "等待期满仍不同意，送达告知书。", "N2": "告知书送达后没有答复。", "N3": "会同组织部、市场监管局上门。",
    "N5": "联合上门后仍不同意。", "NX": "职工大会表决暂不建会。",
}  # fmt: skip


def press(seed: int, posts: Posts) -> None:
    """Put some of those who said no twice on the list and take the steps."""
    organiser = posts["organiser"]
    ready = [one for one in candidates(organiser, ENTERED) if one.proposal.step]
    for number, (one, path) in enumerate(zip(ready, PATHS, strict=False)):
        note = _NO_MORE[number % len(_NO_MORE)]
        nail = enter_list(employer=one.employer.pk, note=note, on=ENTERED, by=organiser, at=moment(ENTERED, 10))
        for step, month, day in path:
            on = dt.date(2014, month, day)
            minutes = (
                ("minutes", "联合上门记录.txt", ["参加单位、谈话情况见走访记录。".encode()]) if step == "N3" else None
            )
            nail = take_nail_step(
                nail=nail, step=step, note=_WORDS[step], reason="L1" if step == "NX" else "", on=on, by=organiser,
                at=moment(on, 10), paper=minutes,
            )  # fmt: skip


def receive_list(seed: int, tree: Tree, posts: Posts, firms: Firms) -> None:
    """The tax office's list: some by code, some by name only, some unknown."""
    rng = stream(seed, "tax list")
    for place in PLACES:
        if place.is_town and rng.random() < 0.6:
            committee = tree.committees[place.login]
            known = list(Employer.objects.living().within(str(committee.path)).filter(union__isnull=True)[:40])
            rows = list(_rows(known, committee, rng, firms, place))
            record_facts(LISTED, rows, by=posts[place.login], at=moment(RECEIVED, 15))


def _rows(known: list[Any], committee: Any, rng: Any, firms: Firms, place: Any) -> Iterator[dict[str, Any]]:
    base = {"organisation": committee, "source": "TAX", "received_on": RECEIVED, "since": RECEIVED}
    for employer in rng.sample(known, min(len(known), 4)):
        by_code = bool(employer.uscc) and rng.random() < 0.5
        name = employer.name if by_code else employer.name.replace("有限公司", "有限责任公司")
        yield {
            **base, "name": name, "uscc": employer.uscc if by_code else "", "legal_rep": employer.legal_rep,
            "employees": max(1, employer.employees + rng.randint(-3, 6)),
        }  # fmt: skip
    for _ in range(rng.randint(0, 2)):
        name, _short = firms.company(rng, place, "F")
        yield {**base, "name": name, "employees": rng.randint(4, 70)}
