"""Names inside our own templates by which their columns are known again, wherever the office has moved them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhijia.kit.sheet.columns import Column
from zhijia.kit.sheet.heads import NOWHERE, Head
from zhijia.kit.sheet.opening import RawSheet
from zhijia.kit.sheet.package import column_index

TEMPLATE = "zhijia_template"
COLUMN = "zhijia_column_"

_PLACE = re.compile(r"'?(?P<sheet>.+?)'?!\$(?P<column>[A-Z]{1,3})\$(?P<row>\d+)")


def name_of(key: str) -> str:
    """Defined name of a column's head cell."""
    return COLUMN + re.sub(r"\W", "_", key)


def template_of(names: dict[str, str]) -> str:
    """Id of the template a file was made from, '' when it is not one of ours."""
    return names.get(TEMPLATE, "").strip('="')


def head_of(names: dict[str, str], sheet: RawSheet, columns: Sequence[Column]) -> Head | None:
    """The head by defined names; None unless every required column is named on this sheet."""
    places: list[int] = []
    rows: set[int] = set()
    for column in columns:
        found = _PLACE.fullmatch(names.get(name_of(column.key), ""))
        if found and found["sheet"].replace("''", "'") == sheet.name:
            places.append(column_index(found["column"]) - sheet.first_column)
            rows.add(int(found["row"]))
        elif column.required:
            return None
        else:
            places.append(NOWHERE)
    return Head(min(rows), max(rows), tuple(places)) if rows else None
