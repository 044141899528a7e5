"""The small county once more: each union gets a twin with the same facts, and a third town comes with a union."""

import datetime as dt

from tests.world import LONG_AGO, World, add_member, record
from zhijia.orgs.models import Organisation

DAY = dt.date(2012, 3, 1)


def double(world: World) -> None:
    """Twice the unions, employers, members, terms, offices and contracts, and longer than one page of each."""
    towns = [Organisation.objects.get(pk=world.org[short].pk) for short in ("合德镇", "四明镇", "县教育")]
    root = Organisation.objects.get(pk=world.org["县总"].pk)
    town = Organisation.objects.add_child(
        root, {"code": "320924200009", "kind": "20", "name": "海通镇工会工作委员会", "valid_from": LONG_AGO}
    )
    for number in range(12):
        _union(world, Organisation.objects.get(pk=(towns[number % 3] if number < 9 else town).pk), number)


def _union(world: World, parent: Organisation, number: int) -> None:
    name, code = f"第{number}联营厂工会委员会", f"3209244009{number:02}"
    values = {"code": code, "kind": "40", "name": name, "short_name": name[:6], "valid_from": DAY}
    node = Organisation.objects.add_child(parent, values)
    world.org[name] = node
    union = record("organising.union", organisation=node, name=name, code=code, kind="40", unit_kind="E", since=DAY,
                   founded_on=DAY)  # fmt: skip
    employer = record("organising.employer", organisation=node, name=name[:6], unit_kind="E", employees=300, since=DAY,
                      union=union, unionised_on=DAY)  # fmt: skip
    record("organising.term", union=union, number=1, starts_on=DAY, ends_on=DAY.replace(year=2014), since=DAY)
    record("organising.position", organisation=node, name="钱多", role="chair", body="UC", starts_on=DAY, since=DAY,
           full_time=True)  # fmt: skip
    for kind in ("WAGE", "SAFETY"):
        record("relations.contract", employer=employer, kind=kind, signed_on=DAY, effective_on=DAY,
               ends_on=dt.date(2014, 9, 1), since=DAY)  # fmt: skip
    for seq in range(3):
        add_member(world, name, 300 + number * 10 + seq, joined=DAY)
