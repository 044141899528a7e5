"""Shared by the tests of papers: the fonts of this machine and the shipped wording."""

from decimal import Decimal
from pathlib import Path

import pytest

from zhijia.papers.check import Facts
from zhijia.papers.fonts import FontSet, choose_fonts
from zhijia.papers.lexicon import Lexicon, load_lexicon
from zhijia.papers.wording import House, Scale

LEXICON = Path(__file__).parents[2] / "catalogue" / "papers" / "lexicon.yaml"


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    return choose_fonts()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(LEXICON)


@pytest.fixture(scope="session")
def house(lexicon: Lexicon) -> House:
    return House(lexicon, Scale(Decimal("0.9"), Decimal("0.8"), Decimal(3), Decimal(30), Decimal(4)))


@pytest.fixture
def facts(lexicon: Lexicon) -> Facts:
    return Facts(lexicon)
