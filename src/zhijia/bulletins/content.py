"""The frozen content of a circular: its parts and every figure in it, as data that gives the same bytes again."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from zhijia.papers.check.facts import FigureFact
from zhijia.papers.runs import Bound, Run, Text
from zhijia.papers.skeletons import BulletinData


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """A number of the paper: as printed, and what it was made of (None for places and scores)."""

    text: str
    top: int | None = None
    bottom: int | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a circular says: parts with bound figures, and the figures by reference."""

    data: BulletinData
    figures: dict[str, FrozenFigure]


_ADAPTER: TypeAdapter[Content] = TypeAdapter(Content)


def dump(content: Content) -> Any:
    """As JSON data; ValueError when it would not come back equal (a part the format cannot tell apart)."""
    stored = _ADAPTER.dump_python(content, mode="json")
    if load(stored) != content:
        raise ValueError("content does not survive storing")
    return stored


def load(stored: Any) -> Content:
    """From JSON data."""
    return _ADAPTER.validate_python(stored, strict=False)


def fingerprint(content: Content) -> str:
    """SHA-256 over the content."""
    return hashlib.sha256(_ADAPTER.dump_json(content)).hexdigest()


def signed(content: Content, number: str, dated: date, mark: str = "") -> Content:
    """The content with the number and date it gets at signing, and the small last line under its foot."""
    return replace(content, data=replace(content.data, number=number, dated=dated, footer_mark=mark))


def facts_of(content: Content) -> dict[str, FigureFact]:
    """The figures as the checker wants them."""
    return {
        ref: FigureFact(
            figure.text,
            top=None if figure.top is None else Decimal(figure.top),
            bottom=None if figure.bottom is None else Decimal(figure.bottom),
        )
        for ref, figure in content.figures.items()
    }


def bound_text(text: str, figures: dict[str, FrozenFigure], county: int, as_of: date) -> tuple[Run, ...]:
    """An officer's line with `{indicator}` or `{indicator@organisation number}` replaced by the bound figure.

    An unknown reference stays as written, so that the checker (and the eye) finds it.
    """
    runs: list[Run] = []
    rest = text
    while rest:
        before, brace, after = rest.partition("{")
        key, end, tail = after.partition("}")
        name, _, place = key.partition("@")
        ref = reference(name.strip(), int(place) if place.isdecimal() else county, as_of)
        if brace and end and ref in figures:
            runs += [Text(before)] if before else []
            runs.append(Bound(figures[ref].text, ref))
            rest = tail
            continue
        runs.append(Text(before + brace))
        rest = after
    return tuple(run for run in runs if run.text)


def reference(indicator: str, organisation: int, as_of: date) -> str:
    """How a bound number names its figure."""
    return f"{indicator}|{organisation}|{as_of.isoformat()}"


def read_reference(ref: str) -> tuple[str, int, date] | None:
    """Indicator, organisation and day of a reference; None for a number that is no indicator's (place, score, target)."""
    parts = ref.split("|")
    if len(parts) != 3:
        return None
    return parts[0], int(parts[1]), date.fromisoformat(parts[2])
