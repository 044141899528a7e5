"""What the county itself asked for: its targets, how far they are divided, in which years."""

from zhijia.accounts.models import Post
from zhijia.orgs.kinds import kinds_at
from zhijia.targets.models import Target
from zhijia.targets.schedule import column_order


def years_with_targets(post: Post) -> list[int]:
    """Years for which the post can see targets, newest first."""
    return list(Target.objects.visible_to(post).order_by("-year").values_list("year", flat=True).distinct())


def county_targets(post: Post, year: int) -> list[tuple[Target, int]]:
    """Targets that a clause set for the county itself, each with the number of its parts."""
    post.may("targets.view").insist()
    rows = Target.objects.active().visible_to(post).filter(year=year, parent__isnull=True)
    rows = rows.exclude(organisation__kind__in=kinds_at("committee")).select_related("clause__plan", "organisation")
    parts: dict[int, int] = {}
    for parent in Target.objects.active().filter(parent__in=rows).values_list("parent", flat=True):
        parts[parent or 0] = parts.get(parent or 0, 0) + 1
    order = {key: at for at, key in enumerate(column_order({row.indicator for row in rows}))}
    return [(row, parts.get(row.pk, 0)) for row in sorted(rows, key=lambda row: order[row.indicator])]


def waiting_targets(post: Post, year: int) -> int:
    """How many targets of units no order carries yet."""
    rows = Target.objects.active().visible_to(post).filter(year=year, order__isnull=True)
    return rows.filter(organisation__kind__in=kinds_at("committee")).count()
