"""Paper -> PDF bytes, the same bytes for the same paper and the same fonts."""

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from threading import Lock

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from zhijia.papers.fonts.chosen import FontSet
from zhijia.papers.paper import Paper
from zhijia.papers.pdf.document import document, grids
from zhijia.papers.pdf.faces import font_rules
from zhijia.papers.pdf.foot import foot_to_edge
from zhijia.papers.pdf.sheet import paper_rules, width_rules

# WeasyPrint's font configuration is expensive to fill and not made for several threads.
_LOCK = Lock()
_SHEET = files("zhijia.papers.pdf").joinpath("print.css").read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def configuration_for(fonts: FontSet) -> FontConfiguration:
    """One font configuration for each set of fonts, kept because loading and measuring faces takes longer than a page."""
    return FontConfiguration()


def laid_out(paper: Paper, fonts: FontSet) -> bytes:
    """PDF of the paper in `fonts` (see `choose_fonts`), subsets embedded, text selectable."""
    html = document(paper)
    rules = _SHEET + font_rules(fonts) + paper_rules(paper) + width_rules(grids(paper))
    identifier = sha256((html + rules).encode()).hexdigest()[:32].encode()
    with _LOCK:
        faces = configuration_for(fonts)
        sheet = CSS(string=rules, font_config=faces)
        drawn = HTML(string=html).render(stylesheets=[sheet], font_config=faces)
        foot_to_edge(drawn.pages[-1])
        made: bytes = drawn.write_pdf(pdf_identifier=identifier)
    return made
