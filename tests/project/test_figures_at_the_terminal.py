"""`zhijia figures`: the same figures as on the pages, with numerator, denominator and definition."""

import json

import pytest

from tests.project.terminal import run
from tests.world import World


def test_one_figure_of_one_town(county: World) -> None:
    """Three of four employers of the town have a union."""
    ran = run("figures", "--indicator", "founding-rate", "--org", county.org["合德镇"].code, "--json")
    (told,) = json.loads(ran.out)
    assert (told["top"], told["bottom"], told["value"], told["unit"]) == (3, 4, 75.0, "%")
    assert told["as_of"] == "2014-07-10" and told["definition"]


def test_all_committees_at_once(county: World) -> None:
    """A level below the county."""
    told = json.loads(run("figures", "--indicator", "members", "--level", "committee", "--json").out)
    assert {entry["organisation"]: entry["top"] for entry in told} == {"合德镇": 9, "四明镇": 6, "县教育": 3}


def test_lines_for_people(county: World) -> None:
    """Name, title, value, counted, definition."""
    line = run("figures", "--indicator", "founding-rate", "--org", county.org["合德镇"].code).out.strip()
    assert line.split("\t")[2:4] == ["75.0%", "3/4"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--indicator", "nonsense"), "nonsense"),
        (("--org", "999"), "999"),
        (("--level", "planet"), "planet"),
        (("--as-of", "30.6.2014"), "30.6.2014"),
    ],
)
def test_unknown_words_are_refused_in_a_sentence(county: World, words: tuple[str, ...], said: str) -> None:
    """Exit 1, the word in the sentence."""
    ran = run("figures", *words)
    assert ran.code == 1 and said in ran.err and ran.err.endswith("。\n")
