"""Whatever is handed in, the reader answers: no crash, and every offset points into the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.targets.plantext.gold import corpus
from zhijia.targets.plantext import extract, skipped

PIECES = [marked.text for marked in corpus("held_out")[:20]]
SCRAPS = st.sampled_from(
    [
        "今年",
        "6月底前",
        "新建",
        "工会",
        "12",
        "家",
        "％",
        "%",
        "万元",
        "百",
        "两",
        "三五",
        "九成",
        "全部",
        "完成",
        "(",
        ")",
        "《",
        "》",
        "“",
        "”",
        "|",
        "、",
        ",",
        "。",
        ";",
        ":",
        "\n",
        "\t",
        "\u3000",
        "2月30日",
        "13月",
        "每",
        "不少于",
        "以内",
        "0分之0",
        "第",
        "1.",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(SCRAPS, max_size=60).map("".join)), st.integers(2000, 2090))
@settings(max_examples=150, deadline=None)
def test_any_text_is_answered(text: str, year: int) -> None:
    for one in [*extract(text, year), *skipped(text, year)]:
        assert 0 <= one.start < one.end <= len(text)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_plan_cut_and_glued_anywhere_is_answered(data: st.DataObject) -> None:
    one, other = data.draw(st.sampled_from(PIECES)), data.draw(st.sampled_from(PIECES))
    cut, seam = data.draw(st.integers(0, len(one))), data.draw(st.integers(0, len(other)))
    text = one[:cut] + other[seam:]
    for proposal in extract(text, 2014):
        assert text[proposal.start : proposal.end].strip()
