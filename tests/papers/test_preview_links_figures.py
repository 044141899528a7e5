"""The preview: every bound figure is a link to its passport, and nothing breaks a strict content policy."""

import re

from tests.papers.samples import bulletin_data, circular, slip_data
from zhijia.papers.blocks import para
from zhijia.papers.preview import PREVIEW_CSS, to_html
from zhijia.papers.runs import Bound
from zhijia.papers.skeletons import assignment_slip, quarterly_bulletin
from zhijia.papers.wording import House


def link(ref: str) -> str:
    return f"/figures/{ref}/"


def test_each_bound_figure_links_to_its_passport() -> None:
    html = to_html(circular(), link)
    assert '<a class="figure" href="/figures/founded/">75家</a>' in html
    assert html.count('class="figure"') == 2


def test_words_and_references_are_escaped() -> None:
    html = to_html(circular(blocks=(para("<script>", Bound("1&2", '"><b>')),)), link)
    assert "<script>" not in html
    assert "1&amp;2" in html
    assert '"><b>' not in html


def test_no_inline_style_or_script(house: House) -> None:
    for paper in (quarterly_bulletin(bulletin_data(), house), assignment_slip(slip_data())):
        html = to_html(paper, link)
        assert not re.search(r"\sstyle=|<script|\son\w+=", html)


def test_every_class_of_the_columns_is_in_the_stylesheet(house: House) -> None:
    html = to_html(quarterly_bulletin(bulletin_data(), house), link)
    rules = PREVIEW_CSS.read_text(encoding="utf-8")
    assert all(f"col.{name} " in rules for name in re.findall(r'<col class="(w\d+)"', html))
