"""Taking back the nodes that a sheet of unions put into the tree."""

import datetime as dt
from collections.abc import Sequence

from zhijia.accounts.models import Post
from zhijia.orgs.actions import close_organisation
from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import LIVING
from zhijia.registers.base.register import kept_registers


def undo_nodes(made: Sequence[int], at: dt.datetime) -> list[str]:
    """End the nodes on the day they began, youngest first, and free their codes; names of those in use, which stay."""
    left = []
    for number in reversed(made):
        node = Organisation.objects.get(pk=number)
        if in_use(node):
            left.append(node.name)
            continue
        close_organisation(organisation=node, on=node.valid_from, by=None, at=at)
        Organisation.objects.filter(pk=number).update(code=f"undone-{number}")
    return left


def in_use(node: Organisation) -> bool:
    """Does anything still stand at the node: a record of any register, a post, an open node below?"""
    below = Organisation.objects.within(str(node.path)).filter(valid_until__isnull=True).exclude(pk=node.pk)
    if below.exists() or Post.objects.filter(organisation=node.pk).exists():
        return True
    return any(
        register.model._default_manager.filter(LIVING, organisation=node.pk).exists() for register in kept_registers()
    )
