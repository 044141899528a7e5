"""The checker: what can be verified of an official paper without a person, and the list of what cannot.

`check_paper` reads the model, `docx_file.check_docx` the written file, `pdf_file.check_pdf` the printed sheet. A paper with a "fail" under
a "must" rule should not be signed; everything else is listed for the reviewer, nothing is hidden.
"""

from collections.abc import Callable, Iterator
from typing import Final

from zhijia.papers.check.attachments import check_cited, check_titles
from zhijia.papers.check.body import check_blanks, check_numbers, check_stops
from zhijia.papers.check.burden import check_burden
from zhijia.papers.check.dates import check_signing, check_written
from zhijia.papers.check.facts import Facts, FigureFact
from zhijia.papers.check.figures import check_bound, check_sets, check_values
from zhijia.papers.check.hand import check_by_hand
from zhijia.papers.check.head import check_number, check_signer
from zhijia.papers.check.kinds import check_kind
from zhijia.papers.check.levels import check_marks, check_order
from zhijia.papers.check.names import check_glyphs, check_units
from zhijia.papers.check.privacy import check_privacy
from zhijia.papers.check.ranking import check_ranking
from zhijia.papers.check.title import check_form, check_lines
from zhijia.papers.check.verdict import Verdict
from zhijia.papers.paper import Paper

__all__ = [
    "Facts",
    "FigureFact",
    "Verdict",
    "check_paper",
]

CHECKS: Final[tuple[Callable[[Paper, Facts], Iterator[Verdict]], ...]] = (
    check_number,
    check_signer,
    check_form,
    check_lines,
    check_marks,
    check_order,
    check_stops,
    check_blanks,
    check_numbers,
    check_kind,
    check_titles,
    check_cited,
    check_written,
    check_signing,
    check_bound,
    check_values,
    check_sets,
    check_ranking,
    check_privacy,
    check_units,
    check_glyphs,
    check_burden,
    check_by_hand,
)


def check_paper(paper: Paper, facts: Facts) -> list[Verdict]:
    """Every verdict on the model of a paper, in reading order; passes included, so the list shows what was looked at."""
    return [verdict for check in CHECKS for verdict in check(paper, facts)]
