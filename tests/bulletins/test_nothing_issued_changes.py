"""An issued circular stays byte for byte; later facts show beside it with cause and difference."""

import datetime as dt
import hashlib

import pytest
from django.db import DatabaseError, transaction

from tests.world import NOW, TODAY, World, add_member
from zhijia.bulletins.actions import freeze_figures, issue_bulletin, publish_restatement, write_slot
from zhijia.bulletins.content import fingerprint, load
from zhijia.bulletins.differences import differences_of
from zhijia.bulletins.models import Bulletin
from zhijia.bulletins.queries import paper_of
from zhijia.evidence.models import IssuedPaper
from zhijia.kit.problem import Conflict, Problem
from zhijia.orgs.queries import root
from zhijia.papers.docx import to_docx
from zhijia.papers.fonts.chosen import choose_fonts
from zhijia.papers.pdf import to_pdf
from zhijia.registers.base.actions import correct_fact, record_fact, void_fact
from zhijia.registers.base.register import register_of

LATER = NOW + dt.timedelta(days=3)


@pytest.fixture
def issued(planned: World, circular: Bulletin) -> Bulletin:
    """The circular, frozen and signed."""
    chair = planned.post["chair"]
    freeze_figures(bulletin=circular, by=chair, on=TODAY, at=NOW)
    return issue_bulletin(bulletin=circular, by=chair, on=TODAY, at=NOW)


def test_composing_again_gives_the_same_bytes(issued: Bulletin) -> None:
    """From the stored content, after facts have changed, .docx and PDF come out equal."""
    issued.refresh_from_db()
    content = load(issued.content)
    assert fingerprint(content) == issued.content_hash
    paper = paper_of(content, issued.dated)
    assert to_docx(paper) == bytes(issued.paper.docx)
    assert to_pdf(paper, choose_fonts(None)) == bytes(issued.paper.pdf)
    assert hashlib.sha256(bytes(issued.paper.pdf)).hexdigest() == issued.paper.pdf_sha256


def test_an_issued_circular_cannot_be_touched(planned: World, issued: Bulletin) -> None:
    """Not by actions, and its bytes not by SQL."""
    chair = planned.post["chair"]
    for act in (
        lambda: write_slot(bulletin=issued, part="problems", text="改", by=chair, at=LATER),
        lambda: freeze_figures(bulletin=issued, by=chair, on=TODAY, at=LATER),
        lambda: issue_bulletin(bulletin=issued, by=chair, on=TODAY, at=LATER),
    ):
        with pytest.raises(Conflict):
            act()
    with pytest.raises(DatabaseError), transaction.atomic():
        IssuedPaper.objects.filter(pk=issued.paper_id).update(docx=b"")


def test_late_corrected_and_voided_facts_give_a_restatement(planned: World, issued: Bulletin) -> None:
    """Each difference names the figure, both values and the facts that made it."""
    assert differences_of(issued, root()) == []
    union = register_of("organising.union")
    late = record_fact(
        union,
        values={
            "organisation": planned.org["合德镇"], "name": "补登工会", "code": "x", "kind": "40",
            "unit_kind": "E", "since": dt.date(2014, 6, 1), "founded_on": dt.date(2014, 6, 1),
        },
        by=None, at=LATER,
    )  # fmt: skip
    correct_fact(union, row=planned.union["合德机械"], values={"founded_on": dt.date(2013, 12, 30)}, by=None, at=LATER)
    void_fact(union, row=planned.union["四明化工"], reason="重复登记", by=None, at=LATER)
    found = {(one.indicator, one.place): one for one in differences_of(issued, root())}
    county = found["new-unions", "县总"]
    assert (county.then_top, county.now_top) == (2, 1)
    assert {(cause.kind, cause.joined) for cause in county.causes} == {
        ("late", True), ("corrected", False), ("voided", False),
    }  # fmt: skip
    assert late.pk in {cause.pk for cause in county.causes}
    published = publish_restatement(bulletin=issued, note="补登与更正", by=planned.post["chair"], at=LATER)
    assert published.lines[0]["indicator"] == "new-unions"


def test_nothing_to_restate_is_said(planned: World, issued: Bulletin) -> None:
    """Facts after the cut-off do not concern the circular."""
    add_member(planned, "合德纺织", 77, joined=dt.date(2014, 7, 5))
    with pytest.raises(Problem, match="一致"):
        publish_restatement(bulletin=issued, note="", by=planned.post["chair"], at=LATER)
