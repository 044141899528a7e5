"""Rows of an organisation and all that hung below it on a day: where they stood then, not where they stand today."""

from django.db.models import Q

from zhijia.kit.tree import prefix_range
from zhijia.orgs.models import Organisation
from zhijia.orgs.standing import Tree, trees_of
from zhijia.registers.base.window import Window


def stood_under(window: Window, *places: Organisation) -> Q:
    """The condition for one place or several; none for the whole tree.

    Costs one query, one more when an organisation has moved since, none for the whole tree.
    """
    if any(len(place.path) <= Organisation.steplen for place in places):
        return Q()
    moment = (window.as_of, window.known_at)
    tree = trees_of([moment]).get(moment)
    wanted = Q()
    for place in places:
        wanted |= _under(place, tree)
    return wanted


def _under(place: Organisation, tree: Tree | None) -> Q:
    low, high = prefix_range(str(place.path))
    today = Q(organisation__path__gte=low, organisation__path__lt=high)
    if tree is None:
        return today
    return today & ~Q(organisation__in=tree.left_out(place.pk)) | Q(organisation__in=tree.came(place.pk))
