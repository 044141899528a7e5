"""How a member is found by a number: the whole one by its keyed digest, a part of it by its last four signs."""

import re

from django.db.models import Q

from zhijia.kit.identity.id_number import is_id_number, normalise_id
from zhijia.registers.base.sealing import keyring

ID_CONTEXT, MOBILE_CONTEXT = "member.id", "member.mobile"
PART_OF_A_NUMBER = re.compile(r"\d{4,16}[\dX]")


def by_number(typed: str) -> Q | None:
    """A whole identity number finds its person by the keyed digest, a part of a number those who share its last four.

    Shorter than five signs, or anything else, is ordinary search.
    """
    number = normalise_id(typed)
    if is_id_number(number):
        return Q(id_digest=keyring().digest(number, ID_CONTEXT))
    if PART_OF_A_NUMBER.fullmatch(number):
        return Q(search__contains=f" {number[-4:].lower()}")
    return None
