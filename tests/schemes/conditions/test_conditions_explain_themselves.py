"""What a condition says: as a rule, and of one case with the values that were seen and what is missing."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.schemes.conditions.trees import BOOK
from zhijia.kit.problem import Problem
from zhijia.schemes.conditions import Condition, Value, judge
from zhijia.schemes.conditions.wording import judged_lines, rule_lines
from zhijia.schemes.errors import CatalogueError
from zhijia.schemes.load import check_source
from zhijia.schemes.source import read_source

ROWS = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
MARKS = {True: "✓", False: "✗", None: "?"}


def known(written: dict[str, Any]) -> dict[str, Value | None]:
    """The facts of a row."""
    return {key: Decimal(str(v)) if type(v) in (int, float) else v for key, v in written.items()}


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_sentences(row: dict[str, Any]) -> None:
    """As written in sentences.yaml."""
    condition = Condition.model_validate(row["condition"])
    if "rule" in row:
        lines = [f"{'  ' * line.depth}{line.words}" for line in rule_lines(condition, BOOK)]
        assert lines == row["rule"]
    judged = judge(condition, known(row.get("facts", {})), BOOK)
    told = [f"{'  ' * line.depth}{MARKS[line.verdict]} {line.words}" for line in judged_lines(judged, BOOK)]
    assert told == row["told"]


def test_unknown_is_told_with_every_paper_that_is_missing() -> None:
    """Two gaps, two reasons, each once."""
    written = {"all": [{"field": "income", "lt": 800}, {"field": "net", "lt": 800}, {"holds": "letter"}]}
    judged = judge(Condition.model_validate(written), {"cost": Decimal(1), "income": Decimal(2)}, BOOK)
    assert judged.verdict is None
    assert [one.key for one in judged.missing] == ["income-proof", "letter"]
    assert str(judged.missing[1].because) == "还缺“录取通知书”"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("field: income\nlt: 3\ngt: 2\n", "只写一种比较"),
        ("all: [{holds: card}]\nany: [{holds: card}]\n", "每个条件只写一种"),
        ("{}\n", "每个条件只写一种"),
        ("all:\n  - {feild: income, lt: 3}\n", "是否想写“field”"),
        ("field: income\nlt: {parameter: line, number: 3}\n", "写一个数、一个日期"),
        ("step: notice\n", "step 加 outcome"),
    ],
)
def test_a_condition_written_wrongly_is_explained(tmp_path: Path, written: str, sentence: str) -> None:
    """With file and line."""
    path = tmp_path / "rule.yaml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(CatalogueError) as fault:
        check_source(read_source(path), Condition)
    assert "rule.yaml 第" in str(fault.value)
    assert sentence in str(fault.value)


def test_english_is_a_sentence_too() -> None:
    """Templates are translated at the edge, values with them."""
    judged = judge(Condition.model_validate({"field": "since", "lt": dt.date(2014, 1, 1)}), {"since": None}, BOOK)
    words = next(iter(judged_lines(judged, BOOK))).words
    assert isinstance(words, Problem)
    assert words.sentence(lambda text: text.replace("还没有填报", " not told")).count("not told") == 1
