"""Writing the tree: the county, its committees, the federations between."""

from dataclasses import dataclass, field

from zhijia.orgs.actions import create_county, create_organisation
from zhijia.orgs.models import Organisation
from zhijia.project.demo.days import COMMITTEES_SINCE, COUNTY_SINCE, OPENING
from zhijia.project.demo.places import COUNTY, DIVISION, FEDERATIONS, PLACES
from zhijia.project.demo.shapes import Draft


@dataclass
class Tree:
    """Nodes by the committee's key and by the federation's name."""

    county: Organisation
    committees: dict[str, Organisation] = field(default_factory=dict)
    federations: dict[str, Organisation] = field(default_factory=dict)

    def above(self, draft: Draft) -> Organisation:
        """Where a union hangs."""
        return self.federations.get(draft.federation) or self.committees[draft.place.login]


def make_tree() -> Tree:
    """An empty county with its committees, in register order."""
    tree = Tree(create_county(name=COUNTY, division=DIVISION, on=COUNTY_SINCE, at=OPENING, short_name="射阳县"))
    for sort, place in enumerate(PLACES, start=1):
        tree.committees[place.login] = create_organisation(
            parent=tree.county, kind=place.kind, name=place.name, short_name=place.short, on=COMMITTEES_SINCE,
            by=None, at=OPENING, sort=sort, aliases=f"{place.stem}工会" if place.is_town else "",
        )  # fmt: skip
    for login, kind, name in FEDERATIONS:
        tree.federations[name] = create_organisation(
            parent=tree.committees[login], kind=kind, name=name, short_name=name.removesuffix("工会联合会"),
            on=COMMITTEES_SINCE, by=None, at=OPENING,
        )  # fmt: skip
    return tree
