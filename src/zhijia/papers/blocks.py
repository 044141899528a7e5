"""The blocks the body of an official paper is built from: headings, paragraphs, tables, forms, name lines."""

from dataclasses import dataclass
from typing import Literal

from zhijia.papers.runs import Run, Runs, runs

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading; `text` carries its own number (一、 （一） 1. （1）) because that is what is checked.

    `body` continues in the same paragraph in the body type, as levels 2-4 usually do.
    """

    level: Literal[1, 2, 3, 4]
    text: str
    body: Runs = ()


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, indented by two characters unless it continues a sentence broken off by a table."""

    runs: Runs
    indent: bool = True


@dataclass(frozen=True, slots=True)
class NamesLine:
    """出席、请假、列席 of minutes: a black label, then names that wrap under the first name."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, its share of the width, and the head it shares with its neighbours (`group`)."""

    title: str
    weight: int = 1
    align: Align = "centre"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a repeating head; `left` and `right` stand over it (cut-off date, unit of count)."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: str = ""
    left: str = ""
    right: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a form: `label` cells are printed in black type, `span` counts grid columns, `lines` the least
    height in lines so that a hand can write in it."""

    runs: Runs
    span: int = 1
    label: bool = False
    align: Align = "centre"
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """A ruled form (slip, receipt): every row's spans add up to the number of `weights`."""

    weights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Para | NamesLine | Table | Form

CHINESE_DIGITS = "一二三四五六七八九十"


def chinese_count(number: int) -> str:
    """1..99 as used in headings: 一, 十, 十一, 二十一. ValueError outside."""
    if not 1 <= number <= 99:
        raise ValueError(f"标题序号{number}超出一至九十九的范围，请减少标题数量。")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else CHINESE_DIGITS[tens - 1] + "十")
    return head + (CHINESE_DIGITS[ones - 1] if ones else "")


def heading(level: Literal[1, 2, 3, 4], number: int, text: str, body: Runs = ()) -> Heading:
    """A heading with its number written the way its level asks for."""
    mark = (f"{chinese_count(number)}、", f"（{chinese_count(number)}）", f"{number}.", f"（{number}）")[level - 1]
    return Heading(level, mark + text, body)


def para(*parts: str | Run | Runs) -> Para:
    """An ordinary paragraph."""
    return Para(runs(*parts))


def row(*cells: str | Run | Runs) -> tuple[Runs, ...]:
    """One table row."""
    return tuple(runs(cell) for cell in cells)
