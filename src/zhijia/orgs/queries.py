"""Questions about the tree."""

import datetime as dt

from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.kinds import kinds_at
from zhijia.orgs.models import Organisation, OrganisationQuerySet


def root() -> Organisation:
    """The county federation; NotFound before `zhijia init`."""
    found = Organisation.objects.filter(depth=1).first()
    if found is None:
        raise NotFound(gettext_noop("还没有建立县总工会，请先运行 zhijia init 或 make demo。"))
    return found


def within(path: str, on: dt.date | None = None) -> OrganisationQuerySet:
    """The subtree at `path`; with `on`, only what existed that day."""
    found: OrganisationQuerySet = Organisation.objects.within(path)
    return found.on(on) if on else found


def committees(on: dt.date | None = None) -> OrganisationQuerySet:
    """Township committees and department unions: the units that get targets and are ranked, in register order."""
    found: OrganisationQuerySet = Organisation.objects.filter(kind__in=kinds_at("committee"))
    return found.on(on) if on else found


def by_code(code: str) -> Organisation:
    """One organisation by its code; NotFound with the code in the sentence."""
    found = Organisation.objects.filter(code=code).first()
    if found is None:
        raise NotFound(gettext_noop("没有编码为“%(code)s”的组织，请核对组织编码。"), code=code)
    return found


def children_of(organisation: Organisation, on: dt.date | None = None) -> OrganisationQuerySet:
    """Those directly below, in register order."""
    return within(str(organisation.path), on).filter(depth=organisation.depth + 1)
