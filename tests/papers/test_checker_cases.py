"""The checker against the table of cases a clerk can read and extend (checker_cases.yaml)."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.papers.samples import circular, paper_of
from zhijia.papers.blocks import Column, Table, para, row
from zhijia.papers.check import Facts, FigureFact, Verdict, check_paper
from zhijia.papers.lexicon import Lexicon
from zhijia.papers.paper import Attachment, Paper
from zhijia.papers.runs import Bound

CASES = yaml.safe_load(Path(__file__).with_name("checker_cases.yaml").read_text(encoding="utf-8"))
WORDS = ("kind", "number", "title", "dated_text")
LISTS = ("signers", "addressees", "copy_to", "listed")


def paper_for(case: dict[str, Any]) -> Paper:
    """The sample with what the case changes."""
    changes: dict[str, Any] = {key: case[key] for key in WORDS if key in case}
    changes |= {key: tuple(case[key]) for key in LISTS if key in case}
    changes["attachments"] = tuple(Attachment(title, (para("无。"),)) for title in case.get("attached", []))
    if "ranking" in case:
        columns = (Column("名次"), Column("单位"), Column("合计"))
        rows = tuple(row(place, "甲镇", Bound(score, "s")) for place, score in case["ranking"])
        changes["blocks"] = (Table(columns, rows),)
        return circular(**changes)
    return paper_of(case["lines"], **changes) if "lines" in case else circular(**changes)


def figure(row: dict[str, Any]) -> FigureFact:
    """A figure of the snapshot as the case writes it."""
    numbers = {key: Decimal(str(row[key])) for key in ("value", "top", "bottom") if key in row}
    return FigureFact(row["text"], parts=tuple(row.get("parts", ())), **numbers)


def facts_for(case: dict[str, Any], lexicon: Lexicon) -> Facts:
    """What the checker is told beside the paper."""
    figures = {ref: figure(row) for ref, row in case["figures"].items()} if "figures" in case else None
    this_year, last_year = case.get("papers", (None, None))
    return Facts(
        lexicon,
        serials=frozenset(case.get("serials", [11])),
        figures=figures,
        units=frozenset(case.get("units", ())),
        children=tuple(case.get("children", ())),
        signed_on=date(2026, 7, 6),
        last_review=case.get("last_review"),
        character_limit=case.get("character_limit", 5000),
        papers_this_year=this_year,
        papers_last_year=last_year,
    )


def verdicts(case: dict[str, Any], lexicon: Lexicon) -> list[Verdict]:
    return check_paper(paper_for(case), facts_for(case, lexicon))


@pytest.mark.parametrize("case", [case for case in CASES if "expect" in case], ids=lambda case: case["case"])
def test_each_case_is_judged_as_written(case: dict[str, Any], lexicon: Lexicon) -> None:
    found = verdicts(case, lexicon)
    for rule, outcome in case["expect"].items():
        hits = [verdict for verdict in found if verdict.id == rule and verdict.verdict == outcome]
        assert hits, [verdict for verdict in found if verdict.id == rule]
        if "says" in case:
            assert any(case["says"] in verdict.evidence for verdict in hits), [v.evidence for v in hits]


@pytest.mark.parametrize("case", [case for case in CASES if case.get("clean")], ids=lambda case: case["case"])
def test_a_sound_paper_has_no_faults(case: dict[str, Any], lexicon: Lexicon) -> None:
    assert [v for v in verdicts(case, lexicon) if v.verdict in {"fail", "warn"}] == []


def test_every_verdict_is_one_chinese_sentence(lexicon: Lexicon) -> None:
    for case in CASES:
        for verdict in verdicts(case, lexicon):
            assert verdict.evidence.endswith(("。", "？"))
            assert verdict.clause


def test_numbers_of_persons_are_not_repeated_in_the_verdict(lexicon: Lexicon) -> None:
    case = next(case for case in CASES if case["case"] == "公示中有身份证号")
    assert not any("320924199001011236" in verdict.evidence for verdict in verdicts(case, lexicon))
