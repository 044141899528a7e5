"""The star scheme by a table that a clerk can read: the handbook's own example, one case per variant, gate and veto."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from zhijia.schemes.assessments.editions import Assessment
from zhijia.schemes.assessments.evidence import Record, Seen, Value
from zhijia.schemes.assessments.scoring import Sheet, sheet_of
from zhijia.schemes.assessments.verdict import Verdict, verdict_of
from zhijia.schemes.catalogue import catalogue

TABLE = yaml.safe_load((Path(__file__).parent / "star_cases.yaml").read_text(encoding="utf-8"))
CASES = TABLE["cases"]


def edition() -> Assessment:
    """The shipped sheet."""
    return catalogue().assessments["workers-home-stars.2014"]


def value(written: object) -> Value:
    """A count, or a rate written top/bottom."""
    top, _, bottom = str(written).partition("/")
    return Value(int(top), int(bottom) if bottom else None)


def judged(case: dict[str, Any]) -> tuple[Sheet, Verdict]:
    """Sheet and verdict of one case of the table."""
    given = case.get("judged", TABLE["judged"])
    seen = Seen(
        {key: value(one) for key, one in (TABLE["base"] | case.get("figures", {})).items()},
        {key: value(one) for key, one in case.get("surveys", TABLE["asked"]).items()},
        {key: Fraction(edition().rubric[level].share) / 100 for key, level in given.items()},
    )
    record = case.get("record", {})
    sheet = sheet_of(edition(), case["kind"], seen)
    return sheet, verdict_of(
        sheet, seen, Record(record.get("star", 0), record.get("months", {}), record.get("rated", False))
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    """Everything the case says comes out."""
    sheet, verdict = judged(case)
    wanted = {key: Decimal(str(points)) for key, points in case.get("points", {}).items()}
    assert {key: sheet.line(key).points for key in wanted} == wanted
    chapters = {key: Decimal(str(points)) for key, points in case.get("chapters", {}).items()}
    assert {one.chapter.key: one.points for one in sheet.chapters if one.chapter.key in chapters} == chapters
    for name in ("raw", "most", "total", "open"):
        if name in case:
            assert getattr(sheet, name) == Decimal(str(case[name])), name
    if "star" in case:
        assert verdict.star == case["star"], [str(b.because) for _, blocks in verdict.blocks for b in blocks]
    if "vetoed" in case:
        assert [veto.key for veto in verdict.vetoes] == case["vetoed"]
    for star, words in case.get("blocked", {}).items():
        told = "；".join(str(block.because) for block in verdict.toward(star))
        assert [word for word in words if word not in told] == [], told


def test_every_gate_and_veto_has_its_case() -> None:
    """A gate or veto that nobody tries is not known to work."""
    told = str(CASES)
    assert [gate.title for band in edition().bands for gate in band.gates if gate.title not in told] == []
    assert {veto.key for veto in edition().vetoes} == {key for case in CASES for key in case.get("vetoed", [])}


def test_thirty_four_criteria_of_which_eighty_six_points_are_computed() -> None:
    """As the handbook counts them: 86 computed, 7 asked of members, 7 judged."""
    rows = edition().criteria
    assert len(rows) == 34
    asked = sum(part.points for row in rows for part in row.parts if part.survey)
    by_people = sum(part.points for row in rows for part in row.parts if part.judged)
    assert (asked, by_people, sum(row.points for row in rows)) == (7, 7, 100)


def test_every_point_has_its_sentence() -> None:
    """What was seen, against which bound, how many points."""
    sheet, _ = judged(CASES[0])
    told = {part.key: str(part.because) for line in sheet.lines for part in line.parts}
    assert told["A4"] == "92%，达到90%一档，得4分"
    assert told["A5"] == "75%，在60%至90%之间按比例，得1分"
    assert told["B3.1"] == "3，每个0.75分，最多3分，得2.25分"
    assert told["B3.2"] == "不适用，不计入应得分"
    assert told["F3"] == "评定为75%，得2.25分"
    assert told["A7.2"] == "0%，不到100%，得0分"
