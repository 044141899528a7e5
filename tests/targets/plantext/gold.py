"""The hand-marked corpus: plan texts with each target between ⟦ and ⟧ and its reading behind ｜.

`⟦新建工会60家｜60 家 0930⟧`: value (60 or 60~80), unit, comparator if not >=, due as MMDD of the text's year, an ISO
date, - for none, * where two readers may differ. A mark that ends in ? is one a reader may leave out. The marks are taken out before the text is read.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

HERE = Path(__file__).parent / "corpus"
MARK = re.compile(r"⟦([^⟦｜⟧]*)｜([^⟧]*)⟧")


@dataclass(frozen=True)
class Gold:
    """One target as the annotator read it."""

    value: float
    value_max: float | None
    unit: str
    comparator: str
    due: date | None
    start: int
    end: int
    optional: bool = False
    any_due: bool = False


@dataclass(frozen=True)
class Marked:
    """A plan text and its targets."""

    name: str
    year: int
    text: str
    gold: tuple[Gold, ...]


def read_marked(path: Path) -> Marked:
    """One corpus file; a malformed mark is an error."""
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    pieces: list[str] = []
    gold: list[Gold] = []
    last = length = 0
    for match in MARK.finditer(source["marked"]):
        pieces += [source["marked"][last : match.start()], match[1]]
        length += match.start() - last
        gold.append(_gold(match[2], source["year"], length, length + len(match[1])))
        length += len(match[1])
        last = match.end()
    text = "".join([*pieces, source["marked"][last:]])
    assert not set("⟦⟧｜") & set(text), f"{path.name}: a mark is left over"
    return Marked(f"{path.parent.name}/{path.stem}", source["year"], text, tuple(gold))


def _gold(reading: str, year: int, start: int, end: int) -> Gold:
    parts = reading.split()
    optional = parts[-1] == "?"
    value, unit, *comparator, due = parts[:-1] if optional else parts
    low, _, high = value.partition("~")
    side = comparator[0] if comparator else ">="
    day = None if due == "*" else _due(due, year)
    return Gold(float(low), float(high) if high else None, unit, side, day, start, end, optional, due == "*")


def _due(text: str, year: int) -> date | None:
    if text == "-":
        return None
    return date.fromisoformat(text) if len(text) == 10 else date(year, int(text[:2]), int(text[2:]))


def corpus(part: str) -> list[Marked]:
    """The marked texts of `dev` or `held_out`."""
    return [read_marked(path) for path in sorted((HERE / part).glob("*.yaml"))]
