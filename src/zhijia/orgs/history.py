"""Where an organisation stands, where it stood before, and what it came out of."""

from django.db.models import Q

from zhijia.orgs.models import Organisation, OrganisationQuerySet, Placement, Succession


def chain_of(organisation: Organisation) -> OrganisationQuerySet:
    """Those above, the county first, and the organisation itself."""
    path = str(organisation.path)
    steps = range(Organisation.steplen, len(path) + 1, Organisation.steplen)
    found: OrganisationQuerySet = Organisation.objects.filter(path__in=[path[:end] for end in steps])
    return found


def placements_of(organisation: Organisation) -> list[Placement]:
    """Where it hung, oldest first."""
    return list(Placement.objects.filter(organisation=organisation).select_related("parent"))


def threads_of(organisation: Organisation) -> list[Succession]:
    """What it came out of, what came out of it, what it ended in."""
    found = Succession.objects.filter(Q(before=organisation) | Q(after=organisation))
    return list(found.select_related("before", "after"))
