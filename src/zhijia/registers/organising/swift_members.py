"""Columns of a member that is plainly good, for rosters of a whole county: what `Member` and its checks would give.

Nothing is decided here. A row is passed only when each of the model's own rules surely holds; a property test holds
both ways to the same columns. Everything else goes the slow way and is told what is wrong.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import CharField

from zhijia.kit.identity.id_number import birth_date_at_first_sight, birth_date_of, is_id_number
from zhijia.kit.identity.phone import is_plain_mobile
from zhijia.registers.base.bulk import Row, Swift
from zhijia.registers.base.naming import keys_of
from zhijia.registers.base.sealing import keyring
from zhijia.registers.organising.headings import SEX_WORDS
from zhijia.registers.organising.member_numbers import ID_CONTEXT, MOBILE_CONTEXT
from zhijia.registers.organising.members import Member, sex_code

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
ODD = "13579"
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


def close(rows: Sequence[Row]) -> None:
    """Seal the numbers; keys to search and sort by."""
    values = [row.values or {} for row in rows]
    numbers, mobiles = [each["id_number"] for each in values], [each.get("mobile", "") for each in values]
    ids, phones = keyring().seal_many(numbers, ID_CONTEXT), keyring().seal_many(mobiles, MOBILE_CONTEXT)
    for row, number, mobile, sealed, phone in zip(rows, numbers, mobiles, ids, phones, strict=True):
        columns, tail, last = row.columns, number[-4:], mobile[-4:]
        search, columns["sort_pinyin"], columns["sort_stroke"] = _keys(columns["name"])
        columns["id_sealed"], columns["id_tail"] = sealed, tail
        columns["mobile_sealed"], columns["mobile_tail"] = phone if mobile else "", last
        columns["search"] = f"{search} {tail.lower()} {last}".rstrip()[:LONGEST_SEARCH]


def whole(values: Mapping[str, Any], aside: Mapping[str, Any]) -> dict[str, Any] | None:
    """As `plainly_good` for a row of a roster, together with what its sheet is asked beside (see `MemberSheets`)."""
    number, mobile, joined = values.get("id_number", ""), values.get("mobile", ""), values.get("joined_on")
    born = birth_date_at_first_sight(number)
    # Nobody joins before birth or after today, so a number from the future does not pass either.
    if born is None or joined is None or joined < born or "name" not in values:
        return None
    sex, said = ("1" if number[16] in ODD else "2"), aside.get("sex", "")
    if (said and SEX_WORDS.get(said) != sex) or (mobile and not is_plain_mobile(mobile)):
        return None
    columns = {key: value for key, value in values.items() if key not in _APART}
    columns["state"] = FIRST_STATE
    columns["organisation_id"] = values["organisation"].pk
    columns["birth_date"], columns["sex"] = born, sex
    columns["id_digest"] = keyring().digest(number, ID_CONTEXT)
    return columns


def _fit(values: Mapping[str, Any]) -> bool:
    """Would the fields take the values as they are?"""
    return all(fits(name, value) for name, value in values.items())


def fits(name: str, value: Any) -> bool:
    """Would the field take the value as it is?"""
    kind = type(value)
    if name in _LONGEST:
        return kind is str and len(value) <= _LONGEST[name] and bool(value or name in _MAY_BE_BLANK)
    if name in DATES:
        return kind is dt.date or (value is None and name != "since")
    return kind is bool if name in FLAGS else name == "organisation"


MEMBER = Swift(plainly_good, close, fits, whole)


def _keys(name: str) -> tuple[str, str, str]:
    """Search and sort keys; a county has far fewer names than people."""
    known = _names.get(name)
    if known is None:
        if len(_names) >= MOST_NAMES:
            _names.clear()
        known = _names[name] = keys_of(name, person=True)
    return known
