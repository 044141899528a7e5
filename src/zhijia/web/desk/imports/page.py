"""What the preview shows, ready to print: tables understood, headings to choose from, rows with cells to set right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from zhijia.registers.base.imports.importing import importing_of
from zhijia.registers.base.imports.sealed import ShownRow
from zhijia.registers.base.imports.wanted import SAME_AS, UNUSED, Wanted
from zhijia.registers.base.register import Register

CELL, MAP, UNIT = "cell:", "map:", "unit:"


@dataclass(frozen=True)
class Line:
    """One row that needs a look: where it stands, whom it tells of, why, and the cells that may be set right."""

    place: str
    title: str
    outcome: str
    sentences: list[str]
    cells: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Choice:
    """One column of the register with the headings it may be read from."""

    name: str
    label: str
    required: bool
    found: bool
    options: list[tuple[str, str, bool]]


def lines_of(register: Register, rows: Iterable[ShownRow], outcome: str, *, sheets: int) -> list[Line]:
    """The rows of one light. A fault of the whole row opens all its cells."""
    wanted = importing_of(register).wanted(register)
    return [_line(wanted, row, sheets) for row in rows if row.outcome == outcome]


def _line(wanted: list[Wanted], row: ShownRow, sheets: int) -> Line:
    faulty = row.faulty
    whole = not faulty and row.outcome == "red"
    cells = [
        (f"{CELL}{row.address}:{each.key}", each.sheet.label, row.cells.get(each.key, ""))
        for each in wanted
        if each.key in faulty or (whole and row.cells.get(each.key) and "*" not in row.cells[each.key])
    ]
    place = _("第%(number)s行") % {"number": row.number}
    title = row.cells.get(row_title(wanted), "")
    return Line(
        f"{row.sheet} {place}" if sheets > 1 else place, title, row.outcome, [text for _, _, text in row.reasons], cells
    )


def row_title(wanted: list[Wanted]) -> str:
    """The column by which a person knows a row again: the name, else the first."""
    keys = [each.key for each in wanted]
    return "name" if "name" in keys else keys[0]


def choices_of(register: Register, tables: list[dict[str, Any]], mapping: Mapping[str, str]) -> list[Choice]:
    """For every column a choice among the headings of the file."""
    wanted = importing_of(register).wanted(register)
    unknown = list(dict.fromkeys(heading for table in tables for heading in table["unknown"]))[:60]
    found = {each.key for each in wanted if any(table["found"].get(each.key) for table in tables)}
    labels = {each.key: each.sheet.label for each in wanted}
    choices = []
    for each in wanted:
        now = mapping.get(each.key, "")
        others = [(SAME_AS + key, labels[key]) for key in labels if key in found and key != each.key]
        automatic = _("自动认出") if each.key in found and not now else _("自动（没有找到）")
        options = [("", automatic), (UNUSED, _("不导入这一栏")), *((text, text) for text in unknown), *others]
        if now and now not in dict(options):
            options.append((now, now))
        choices.append(
            Choice(f"{MAP}{each.key}", each.sheet.label, each.sheet.required, each.key in found,
                   [(value, text, value == now) for value, text in options])
        )  # fmt: skip
    return choices


def changed_cells(posted: Mapping[str, str], rows: Iterable[ShownRow]) -> dict[str, dict[str, str]]:
    """The cells whose text differs from what was shown, by row and column."""
    shown = {row.address: row for row in rows}
    patches: dict[str, dict[str, str]] = {}
    for name, text in posted.items():
        address, _, key = name.removeprefix(CELL).rpartition(":")
        row = shown.get(address) if name.startswith(CELL) else None
        if row is not None and key in row.cells and text != row.cells[key]:
            patches.setdefault(address, {})[key] = text
    return patches


def posted_with(posted: Mapping[str, str], prefix: str) -> dict[str, str]:
    """What was sent under names with a prefix."""
    return {name.removeprefix(prefix): text for name, text in posted.items() if name.startswith(prefix)}
