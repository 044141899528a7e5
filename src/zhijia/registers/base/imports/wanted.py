"""The columns a sheet of a register may have: headings, drop-downs and samples, from the descriptor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import override

from zhijia.kit.sheet.columns import Column as SheetColumn
from zhijia.registers.base.register import Column, Register
from zhijia.registers.base.sheet import CODE_LIKE, KINDS, WIDTHS
from zhijia.schemes.catalogue import catalogue

UNUSED, SAME_AS = "-", "@"
SAMPLES = {
    "date": "2014-07-01", "number": "12", "flag": "否", "organisation": "某某公司工会", "masked": "请填完整号码",
    "link": "照系统内名称填写",
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """A column of the sheet and the register's column behind it (None: one that only the import knows)."""

    sheet: SheetColumn
    column: Column | None = None

    @property
    def key(self) -> str:
        """Its key in cells, patches and mappings."""
        return self.sheet.key


def wanted_of(register: Register, column: Column, aliases: Sequence[str], *, required: bool) -> Wanted:
    """A register's column as a sheet's. Offices write Chinese heads, whatever language the officer's page is in."""
    kind = "code" if column.name in CODE_LIKE else KINDS.get(column.kind, "text")
    choices: tuple[str, ...] = ("是", "否") if column.kind == "flag" else ()
    if column.codes:
        choices = tuple(label for _, label in catalogue().codes[column.codes].choices())
    label = str(register.label_of(column))
    with override(settings.LANGUAGE_CODE):
        written = str(register.label_of(column))
    return Wanted(
        SheetColumn(
            key=column.name, label=label, aliases=(written, *column.aliases, *aliases), kind=kind, required=required,
            choices=choices, width=WIDTHS.get(column.kind, 28 if column.name == "name" else 14),
            sample=choices[0] if choices else SAMPLES.get(column.kind, "示例"),
        ),
        column,
    )  # fmt: skip


def mapped(wanted: Sequence[Wanted], mapping: Mapping[str, str]) -> list[SheetColumn]:
    """The columns for the reader, with the headings a person chose: a heading, '-' for none, '@key' for another's."""
    by_key = {each.key: each.sheet for each in wanted}
    taken = {choice for choice in mapping.values() if choice != UNUSED}
    found = []
    for each in wanted:
        sheet, choice = each.sheet, mapping.get(each.key, "")
        names = (sheet.label, *sheet.aliases)
        if choice == UNUSED:
            names = (f"\N{NO-BREAK SPACE}{sheet.key}",)
        elif choice.startswith(SAME_AS) and choice[1:] in by_key:
            other = by_key[choice[1:]]
            names = (other.label, *other.aliases)
        elif choice:
            names = (choice,)
        elif SAME_AS + sheet.key in taken:
            names = (f"\N{NO-BREAK SPACE}{sheet.key}",)
        found.append(_named(sheet, names))
    return found


def _named(sheet: SheetColumn, names: Sequence[str]) -> SheetColumn:
    return SheetColumn(
        sheet.key, names[0], tuple(names[1:]), sheet.kind, sheet.required, sheet.choices, sheet.width, sheet.sample
    )
