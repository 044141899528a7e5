"""A few accepted rows as the command prints them, so that a program can see how cells were understood."""

from typing import Any

from zhijia.kit.identity.masks import mask_id, mask_phone
from zhijia.registers.base.imports.draft import Draft
from zhijia.registers.base.register import Register


def sample_of(register: Register, draft: Draft, *, full: bool) -> dict[str, Any]:
    """One row: persons in the words of the exchange, other registers by column."""
    values = draft.values
    place = values.get("organisation")
    if "id_number" not in values:
        plain = {key: value for key, value in values.items() if isinstance(value, str | int | bool) and key != "mobile"}
        return {**plain, "organisation": place.code if place is not None else None}
    number, phone = values["id_number"], values.get("mobile", "")
    assert draft.row is not None
    columns = draft.row.columns
    return {
        "name": values["name"],
        "id_number": number if full else mask_id(number),
        "gender": "男" if columns["sex"] == "1" else "女",
        "birth_date": columns["birth_date"],
        "union_code": place.code if place is not None else None,
        "join_date": values.get("joined_on"),
        "phone": (phone if full else mask_phone(phone)) or None,
    }
