"""Reading time grows with the length of the text, whatever is in it."""

from time import process_time

import pytest

from zhijia.targets.plantext import extract

NASTY = ["新建工会60家,", "1", "一", "(1", "“", "6月底前,", "| 1 ", "1月、", "百分之", "\n", "甲  1\n"]


def _seconds(text: str) -> float:
    """The better of two readings, so that a busy machine does not decide."""
    taken = []
    for _ in range(2):
        start = process_time()
        extract(text, 2014)
        taken.append(process_time() - start)
    return min(taken)


@pytest.mark.parametrize("piece", NASTY)
def test_eight_times_the_text_takes_no_more_than_some_ten_times_as_long(piece: str) -> None:
    small = _seconds(piece * (8_000 // len(piece)))
    large = _seconds(piece * (64_000 // len(piece)))
    assert large <= 16 * small + 0.5
