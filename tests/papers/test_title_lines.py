"""Titles break at word ends into a trapezoid or a diamond."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.papers.check.title import shape_fault
from zhijia.papers.titles import title_lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于2026年工会工作情况的通报", ("关于2026年工会工作情况的通报",)),
        (
            "临川县总工会关于2026年第三季度工会重点工作情况的通报",
            ("临川县总工会关于2026年第三季度", "工会重点工作情况的通报"),
        ),
        ("甲乙\n丙丁戊的通知", ("甲乙", "丙丁戊的通知")),
    ],
)
def test_known_titles(title: str, lines: tuple[str, ...]) -> None:
    assert title_lines(title) == lines


@given(st.text("关于组织建设工作情况镇区企业的开展和通报年度2026", min_size=2, max_size=70))
def test_nothing_is_lost_and_every_line_fits(title: str) -> None:
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(len(line) <= 20 for line in lines)


def test_numbers_and_book_titles_stay_whole() -> None:
    for line in title_lines("临川县总工会关于印发《2026年度工会考核办法》和做好2026年第四季度工作的通知"):
        assert line.count("《") == line.count("》")
        assert not line[0].isdigit() or line.startswith("2026年")


def test_block_and_hourglass_are_named() -> None:
    assert shape_fault([10, 10]) == "矩形"
    assert shape_fault([12, 6, 12]) == "沙漏形"
    assert shape_fault([8, 12, 8]) == ""
