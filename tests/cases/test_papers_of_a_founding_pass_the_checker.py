"""Every paper a founding draws up is held against the checker of official papers, in both readings of its form."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.cases import foundings
from tests.cases.foundings import Founding
from tests.papers.conftest import LEXICON
from tests.world import World
from zhijia.cases.actions import papers as issuing
from zhijia.evidence import papers
from zhijia.papers.check import Facts, FigureFact, check_paper
from zhijia.papers.check.docx_file import check_docx
from zhijia.papers.docx import to_docx
from zhijia.papers.lexicon import load_lexicon
from zhijia.papers.paper import Paper

NUMBERS = {
    f"case.{name}": FigureFact(text)
    for name, text in {
        "employees": "80", "women": "40", "members": "62", "groups": "4", "entitled": "62", "present": "58", "votes": "55",
    }.items()
}  # fmt: skip
CODES = ("F2-02", "F2-03", "F2-07", "F2-09", "F2-10")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> dict[str, Paper]:
    """The papers as they were handed to be frozen, by the code of their form."""
    kept: dict[str, Paper] = {}
    freeze = issuing.freeze

    def keeping(paper: Paper, *args: Any, **more: Any) -> Any:
        kept[more["kept_as"].split()[1].split(".")[0]] = paper
        return freeze(paper, *args, **more)

    monkeypatch.setattr(papers, "to_pdf", lambda paper, fonts: b"%PDF-")
    monkeypatch.setattr(issuing, "freeze", keeping)
    return kept


@pytest.mark.parametrize("change", [{}, {"union_kind": "41"}])
def test_no_paper_of_the_case_has_a_fault(
    county: World, drawn: dict[str, Paper], change: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Request, reply to the group, reply on candidates, report, reply on the election."""
    monkeypatch.setattr(
        foundings, "ANSWERS", foundings.ANSWERS | {"request": {**foundings.ANSWERS["request"], **change}}
    )
    lexicon = load_lexicon(LEXICON)
    Founding(county).until("seal")
    assert tuple(drawn) == CODES
    for code, paper in drawn.items():
        verdicts = check_paper(paper, Facts(lexicon, signed_on=paper.dated, figures=NUMBERS))
        assert [each.evidence for each in verdicts if each.verdict == "fail"] == [], code
        assert len(verdicts) > 10
        assert [each.evidence for each in check_docx(to_docx(paper), paper) if each.verdict == "fail"] == [], code
