"""The PDF of a paper: the shared markup laid out by WeasyPrint on the official grid."""

from zhijia.papers.fonts.chosen import FontSet
from zhijia.papers.paper import Paper

__all__ = ["to_pdf"]


def to_pdf(paper: Paper, fonts: FontSet) -> bytes:
    """PDF of the paper in `fonts` (see `choose_fonts`), subsets embedded, text selectable."""
    # WeasyPrint takes a second to load; most commands and half the pages set no paper.
    from zhijia.papers.pdf.writer import laid_out

    return laid_out(paper, fonts)
