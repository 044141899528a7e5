"""What became of the year's foundings: six bodies together, standardised or not yet; and one industry federation."""

import datetime as dt

from django.db.models import Max, Q

from zhijia.orgs.actions import create_organisation
from zhijia.project.demo.days import NEW_YEAR, TODAY, moment
from zhijia.project.demo.dice import stream
from zhijia.project.demo.posts import Posts
from zhijia.project.demo.tree import Tree
from zhijia.registers.base.actions import correct_fact, record_fact
from zhijia.registers.base.window import Window
from zhijia.registers.organising.six_bodies import together_within
from zhijia.registers.organising.unions import UNIONS, Union

INSPECTED = moment(TODAY - dt.timedelta(days=1), 11)
FEDERATION, FEDERATION_SINCE = "海河镇服装行业工会联合会", dt.date(2014, 4, 16)


def mark_foundings(seed: int, posts: Posts) -> None:
    """Write down, the day before, which of this year's unions passed the inspection: those whose bodies stand."""
    whole_by = _whole_by()
    for union in (
        Union.objects.living()
        .filter(founded_on__gte=NEW_YEAR, kind__in=("40", "41"), standardised_on__isnull=True)
        .order_by("pk")
    ):
        rng = stream(seed, "marks", union.name)
        whole = whole_by.get(union.pk)
        if whole is None:
            continue
        inspected = whole + dt.timedelta(days=rng.randint(3, 40))
        if inspected < TODAY:
            values = {"standardised_on": inspected}
            correct_fact(UNIONS, row=union, values=values, by=posts["organiser"], at=INSPECTED)


def _whole_by() -> dict[int, dt.date]:
    """The unions that lack none of the six bodies, and since when."""
    window = Window.year_to(TODAY)
    asked = Q(founded_on__gte=NEW_YEAR) & together_within(366, window)
    last = Max("bodies__established_on")
    return dict(Union.objects.living().filter(asked).order_by().annotate(last=last).values_list("pk", "last"))


def found_federation(tree: Tree, posts: Posts) -> None:
    """One industry federation of this year, beside the older ones."""
    at = moment(FEDERATION_SINCE, 15)
    node = create_organisation(
        parent=tree.committees["haihe"], kind="31", name=FEDERATION,
        short_name=FEDERATION.removesuffix("工会联合会"), on=FEDERATION_SINCE, by=posts["organiser"], at=at,
    )  # fmt: skip
    values = {
        "organisation": node, "code": node.code, "name": FEDERATION, "kind": "31", "unit_kind": "J",
        "founded_on": FEDERATION_SINCE, "since": FEDERATION_SINCE, "reply_no": f"射工复〔2014〕{node.pk}号",
    }  # fmt: skip
    record_fact(UNIONS, values=values, by=posts["organiser"], at=at)
