"""How much of everything: the county's real size, or a small copy of it with the same shape."""

from dataclasses import dataclass

from zhijia.project.demo.places import PLACES

UNIONS, MEMBERS, UNFOUNDED = 369, 38_000, 540
FOUNDED_BY_CASES = 4
LEAST_UNIONS, LEAST_UNFOUNDED = 2 * len(PLACES) + FOUNDED_BY_CASES, 3 * len(PLACES)
LEAST_MEMBERS = 8


@dataclass(frozen=True)
class Sizes:
    """`campaign_unions` and `campaign_members` are each town's task in the founding month,
    `new_unions` and `new_members` the county's of the year."""

    unions: int
    members: int
    unfounded: int
    campaign_unions: int
    campaign_members: int
    new_unions: int
    new_members: int


def sizes_at(scale: float) -> Sizes:
    """Counts at a scale (1 = the county); never fewer than it takes to show every kind of thing."""
    unions = max(round(UNIONS * scale), LEAST_UNIONS)
    return Sizes(
        unions=unions,
        members=max(round(MEMBERS * scale), unions * (LEAST_MEMBERS + 4)),
        unfounded=max(round(UNFOUNDED * scale), LEAST_UNFOUNDED),
        campaign_unions=2 if scale >= 0.5 else 1,
        campaign_members=max(round(90 * scale), 6),
        new_unions=max(round(60 * scale), 18),
        new_members=max(round(3600 * scale), 80),
    )
