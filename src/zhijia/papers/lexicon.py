"""The county's wording for papers, read from the catalogue: states of progress, tones, kinds of paper."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from zhijia.schemes.load import Strict, load_file
from zhijia.schemes.parameters import Parameter

State = Literal[
    "finished-early",
    "finished-over",
    "finished",
    "ahead",
    "on-schedule",
    "slightly-behind",
    "slow",
    "far-behind",
    "not-started",
]
Tone = Literal["gentle", "usual", "strict"]
Threshold = Literal["marked-rise", "uneven-spread"]


class StateWords(Strict):
    """How one state is said in a sentence and shown in a table (a mark and a word, never colour alone)."""

    text: str
    mark: str
    light: str


class RankWords(Strict):
    """Words for places and their change."""

    front: str
    middle: str
    back: str
    marked_rise: str
    up: str
    down: str
    same: str
    tied: str


class Balance(Strict):
    """Words for how even the whole is."""

    even: str
    uneven: str


class ToneRule(Strict):
    """How many of the first and of the last are named, and whether each unit's light is printed."""

    title: str
    best: int
    last: int
    lights: bool


class Kind(Strict):
    """What one kind of paper may and may not say."""

    direction: Literal["up", "down", "level", "any", "public"]
    closings: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    one_addressee: bool = False
    cites_number: bool = False
    slip: bool = False


class Lexicon(Strict):
    """catalogue/papers/lexicon.yaml"""

    thresholds: dict[Threshold, Parameter]
    states: dict[State, StateWords]
    ranks: RankWords
    balance: Balance
    tones: dict[Tone, ToneRule]
    kinds: dict[str, Kind]
    burdens: tuple[str, ...]
    free_columns: tuple[str, ...]


@lru_cache(maxsize=4)
def load_lexicon(path: Path) -> Lexicon:
    """The lexicon file; CatalogueError (naming file, line, key) when it is not well written."""
    return load_file(path, Lexicon)
