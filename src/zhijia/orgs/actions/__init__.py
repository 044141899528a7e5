"""The only writers of the tree. Each locks it, checks, acts, and leaves a line in the journal."""

from zhijia.orgs.actions.changing import change_organisation, close_organisation
from zhijia.orgs.actions.founding import create_county, create_organisation
from zhijia.orgs.actions.moving import merge_organisations, move_organisation, split_organisation

__all__ = [
    "change_organisation",
    "close_organisation",
    "create_county",
    "create_organisation",
    "merge_organisations",
    "move_organisation",
    "split_organisation",
]
