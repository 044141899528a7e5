"""Columns of a member that is plainly good, for rosters of a whole county: what `Member` and its checks would give.

Nothing is decided here. A row is passed only when each of the model's own rules surely holds; a property test holds
both ways to the same columns. Everything else goes the slow way and is told what is wrong.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import CharField

from zhijia.kit.identity.id_number import birth_date_of, is_id_number
from zhijia.registers.base.bulk import Swift
from zhijia.registers.base.naming import keys_of
from zhijia.registers.base.sealing import keyring
from zhijia.registers.organising.members import ID_CONTEXT, MOBILE_CONTEXT, Member, sex_code

MOST_NAMES, LONGEST_SEARCH = 100_000, 800
DATES = frozenset({"since", "joined_on", "confirmed_on"})
FLAGS = frozenset({"is_migrant"})
_DERIVED = ("id_sealed", "id_digest", "id_tail", "mobile_sealed", "mobile_tail", "sex")
_FIELDS = {field.name: field for field in Member._meta.concrete_fields}
_TEXTS = {
    name: field for name, field in _FIELDS.items()
    if isinstance(field, CharField) and field.editable and name not in _DERIVED
}  # fmt: skip
_LONGEST = {name: field.max_length or 0 for name, field in _TEXTS.items()} | {"id_number": 18, "mobile": 32}
_MAY_BE_BLANK = frozenset({"mobile", *(name for name, field in _TEXTS.items() if field.blank)})
FIRST_STATE = _FIELDS["state"].get_default()
_APART = frozenset({"id_number", "mobile", "organisation"})
_names: dict[str, tuple[str, str, str]] = {}


def plainly_good(values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The columns that follow at once; None unless every rule of the model surely holds."""
    number, name = values.get("id_number", ""), values.get("name", "")
    if not (name and "since" in values and is_id_number(number) and _fit(values)):
        return None
    born, joined = birth_date_of(number), values.get("joined_on")
    if joined is not None and joined < born:
        return None
    return {
        **{key: value for key, value in values.items() if key not in _APART}, "state": values.get("state", FIRST_STATE),
        "organisation_id": values["organisation"].pk, "birth_date": born, "sex": sex_code(number),
        "id_digest": keyring().digest(number, ID_CONTEXT),
    }  # fmt: skip


def close(columns: dict[str, Any], values: Mapping[str, Any]) -> None:
    """Seal the numbers; keys to search and sort by."""
    number, mobile, ring = values["id_number"], values.get("mobile", ""), keyring()
    search, columns["sort_pinyin"], columns["sort_stroke"] = _keys(columns["name"])
    columns["id_sealed"], columns["id_tail"] = ring.seal(number, ID_CONTEXT), number[-4:]
    columns["mobile_sealed"] = ring.seal(mobile, MOBILE_CONTEXT) if mobile else ""
    columns["mobile_tail"] = mobile[-4:]
    tails = filter(None, (number[-4:].lower(), mobile[-4:]))
    columns["search"] = " ".join([search, *tails])[:LONGEST_SEARCH]


MEMBER = Swift(plainly_good, close)


def _fit(values: Mapping[str, Any]) -> bool:
    """Would the fields take the values as they are?"""
    for name, value in values.items():
        kind = type(value)
        if name in _LONGEST:
            if kind is not str or len(value) > _LONGEST[name] or not (value or name in _MAY_BE_BLANK):
                return False
        elif name in DATES:
            if kind is not dt.date and (value is not None or name == "since"):
                return False
        elif name in FLAGS:
            if kind is not bool:
                return False
        elif name != "organisation":
            return False
    return True


def _keys(name: str) -> tuple[str, str, str]:
    """Search and sort keys; a county has far fewer names than people."""
    known = _names.get(name)
    if known is None:
        if len(_names) >= MOST_NAMES:
            _names.clear()
        known = _names[name] = keys_of(name, person=True)
    return known
