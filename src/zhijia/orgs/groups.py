"""Groups of comparison (考核分组): towns and zones against county departments, or as the county named them itself."""

import datetime as dt
from collections.abc import Mapping

from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import committees
from zhijia.orgs.rules import DEPARTMENTS, TOWNS

NO_GROUP = gettext_noop("“%(name)s”之下没有“%(group)s”这个考核分组。")
DEFAULT_GROUPS: Mapping[str, str] = {"24": DEPARTMENTS}
NAMED_GROUPS: Mapping[str, str] = {"town": TOWNS, "department": DEPARTMENTS}


def group_name(node: Organisation) -> str:
    """The group a unit is compared in: as the tree says, in words; else by its kind."""
    return NAMED_GROUPS.get(node.group, node.group) or DEFAULT_GROUPS.get(node.kind, TOWNS)


def members_of(top: Organisation, group: str, on: dt.date) -> list[Organisation]:
    """The units of one group below an organisation that existed on a day, in register order; NotFound without any."""
    found = [node for node in committees(on).within(str(top.path)) if group_name(node) == group]
    if not found:
        raise NotFound(NO_GROUP, name=top, group=group)
    return found
