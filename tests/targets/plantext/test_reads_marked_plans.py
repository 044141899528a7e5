"""The hand-marked plans: what an officer would mark, the grammar proposes."""

import pytest

from tests.targets.plantext.baseline import digits_and_classifier
from tests.targets.plantext.gold import corpus
from tests.targets.plantext.scoring import Score, add
from zhijia.targets.plantext import extract


def _score(part: str) -> Score:
    score = Score()
    for marked in corpus(part):
        add(score, marked, extract(marked.text, marked.year))
    return score


@pytest.mark.parametrize("part", ["dev", "held_out"])
def test_finds_the_targets_a_person_marked(part: str) -> None:
    score = _score(part)
    assert score.f1 >= 0.95, "\n".join(score.notes)
    assert score.due_share >= 0.95, "\n".join(score.notes)
    assert score.comparator_right / score.matched >= 0.95, "\n".join(score.notes)


def test_beats_digit_and_counting_word_by_far() -> None:
    plain = Score()
    for marked in corpus("held_out"):
        add(plain, marked, digits_and_classifier(marked.text))
    assert _score("held_out").f1 - plain.f1 >= 0.2


def test_offsets_point_into_the_untouched_text() -> None:
    for marked in corpus("held_out"):
        for one in extract(marked.text, marked.year):
            assert 0 <= one.start < one.end <= len(marked.text)
            assert marked.text[one.start : one.end].strip()
