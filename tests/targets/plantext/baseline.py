"""The reader to beat: a digit and a counting word, nothing understood."""

import re
from dataclasses import dataclass

FIGURE = re.compile(r"(\d+(?:\.\d+)?)(万|亿)?(%|元|人次|场次|人|名|个|家|户|场|次|期|项|件|条|篇|份|支|所|处|间)")
SCALE = {None: 1, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True)
class Bare:
    """A figure found by its shape."""

    value: float
    unit: str
    start: int
    end: int


def digits_and_classifier(text: str) -> list[Bare]:
    """Every digit with a counting word behind it."""
    return [
        Bare(float(match[1]) * SCALE[match[2]], "人" if match[3] == "名" else match[3], match.start(), match.end())
        for match in FIGURE.finditer(text)
    ]
