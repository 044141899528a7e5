"""A county of any size for measuring: committees, unions, employers, members, contracts, terms; fixed seed."""

import datetime as dt
import random
from itertools import islice
from typing import Any

from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import Fact
from zhijia.registers.organising.certificates import LegalCertificate
from zhijia.registers.organising.employers import Employer
from zhijia.registers.organising.members import Member
from zhijia.registers.organising.positions import Position
from zhijia.registers.organising.terms import UnionTerm
from zhijia.registers.organising.unions import Union
from zhijia.registers.relations.contracts import Contract

LONG_AGO = dt.date(2008, 1, 1)
AT = dt.datetime(2014, 1, 1, tzinfo=dt.UTC)
COMMITTEES = 25


def make_county(unions: int, members: int, seed: int = 7) -> Organisation:
    """Fill an empty database; returns the root. One employer per union and one more without."""
    rng = random.Random(seed)
    root = Organisation.objects.add_root({"code": "1", "name": "测速县总工会", "kind": "10", "valid_from": LONG_AGO})
    committees = [_child(root, f"2{number:05}", "20") for number in range(COMMITTEES)]
    nodes = [_child(rng.choice(committees), f"4{number:06}", "40") for number in range(unions)]
    bodies = _save(Union(**_fact(node), name=node.name, code=node.code, kind="40", unit_kind="E",
                         founded_on=_day(rng, 2009, 2014)) for node in nodes)  # fmt: skip
    _save(_certificate(rng, body) for body in bodies)
    employers = _save(
        Employer(**_fact(node), name=node.name, unit_kind="E", employees=rng.randint(20, 400), migrants=10, union=body,
                 unionised_on=body.founded_on, two_new=rng.random() < 0.5)
        for node, body in zip(nodes, bodies, strict=True)
    )  # fmt: skip
    _save(
        Employer(**_fact(rng.choice(committees)), name=f"未建{number}", unit_kind="E", employees=rng.randint(5, 200))
        for number in range(unions)
    )
    _save(_member(rng, number, rng.choice(nodes)) for number in range(members))
    _save(_contract(rng, employer) for employer in employers for _ in range(3))
    _save(_term(rng, body) for body in bodies)
    _save(Position(**_fact(node), name="主席", role="chair", starts_on=LONG_AGO, full_time=rng.random() < 0.5)
          for node in nodes)  # fmt: skip
    return root


def _certificate(rng: random.Random, body: Union) -> LegalCertificate:
    until = _day(rng, 2013, 2016)
    return LegalCertificate(**_fact(body.organisation), union=body, number=f"测{body.code}", valid_from=LONG_AGO,
                            valid_until=until)  # fmt: skip


def _child(parent: Organisation, code: str, kind: str) -> Organisation:
    parent.refresh_from_db()
    values = {"code": code, "name": f"测速{code}", "kind": kind, "valid_from": LONG_AGO}
    return Organisation.objects.add_child(parent, values)


def _fact(node: Organisation) -> dict[str, Any]:
    return {"organisation": node, "since": LONG_AGO, "recorded_at": AT}


def _day(rng: random.Random, first: int, last: int) -> dt.date:
    return dt.date(first, 1, 1) + dt.timedelta(days=rng.randrange((last - first + 1) * 365))


def _member(rng: random.Random, number: int, node: Organisation) -> Member:
    return Member(
        **_fact(node), name=f"成员{number}", id_digest=f"{number:064}", id_tail="0000", mobile_tail="0000",
        sex=rng.choice("12"), nation="01", education="30", political="13", hukou_type="2", employ_form="1",
        is_migrant=rng.random() < 0.3, joined_on=_day(rng, 2008, 2014), confirmed_on=_day(rng, 2011, 2014),
        sort_pinyin=f"m{number:06}", search=f"成员{number}", state="ACTIVE" if rng.random() < 0.95 else "RETAINED",
    )  # fmt: skip


def _contract(rng: random.Random, employer: Employer) -> Contract:
    begins = _day(rng, 2012, 2014)
    return Contract(
        organisation_id=employer.organisation_id, since=begins, recorded_at=AT, employer=employer,
        kind=rng.choice(("WAGE", "COMP", "SAFETY", "WOMEN")), wage_clauses=rng.random() < 0.5, signed_on=begins,
        effective_on=begins, ends_on=begins + dt.timedelta(days=364),
    )  # fmt: skip


def _term(rng: random.Random, body: Union) -> UnionTerm:
    begins = _day(rng, 2009, 2012)
    ends = begins.replace(year=begins.year + 3, day=min(begins.day, 28))
    return UnionTerm(organisation_id=body.organisation_id, since=begins, recorded_at=AT, union=body, number=1,
                     starts_on=begins, ends_on=ends, due_on=ends)  # fmt: skip


def _save(rows: Any) -> list[Any]:
    """Write rows in batches; returns them with their numbers."""
    source, saved = iter(rows), list[Fact]()
    while batch := list(islice(source, 2000)):
        saved += type(batch[0])._default_manager.bulk_create(batch)
    return saved
