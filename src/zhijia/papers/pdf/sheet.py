"""Style rules that depend on one paper: head size, place of signature and date, kind of page number."""

from zhijia.papers.markup.tables import shares
from zhijia.papers.measures import head_size
from zhijia.papers.paper import Paper
from zhijia.papers.signature import signature_of

NUMBER = 'content: "— " counter(page) " —"'
OFFICIAL = f"""
@page :right {{ @bottom-right {{ {NUMBER}; padding-right: 1em }} }}
@page :left {{ @bottom-left {{ {NUMBER}; padding-left: 1em }} }}
@page landscape {{ @bottom-right {{ content: none }} @bottom-left {{ content: none }} }}
@page landscape:right {{ @left-bottom {{ {NUMBER} }} }}
@page landscape:left {{ @left-top {{ {NUMBER} }} }}
"""
CENTRED = f"@page {{ @bottom-center {{ {NUMBER} }} }}"
LETTER_FIRST = "@page :first { @bottom-right { content: none } @bottom-left { content: none } }"


def number_rules(paper: Paper) -> str:
    """Outer corners, centre or nothing; a letter's first page has no number."""
    if paper.page_number == "none":
        return ""
    rules = OFFICIAL if paper.page_number == "official" else CENTRED
    return rules + (LETTER_FIRST if paper.format == "letter" else "")


def paper_rules(paper: Paper) -> str:
    """All rules of this paper; distances in characters of the body type."""
    place = signature_of(paper.issuer, paper.date_line, paper.sealed)
    return f"""
.red-head {{ font-size: {head_size(paper.head)}pt }}
.issuer {{ margin-right: {place.issuer_right}em }}
.dated {{ margin-right: {place.date_right}em }}
.signature {{ margin-top: {place.blank_lines * 28.95}pt }}
{number_rules(paper)}"""


def width_rules(weights: set[tuple[int, ...]]) -> str:
    """The width classes the paper's tables use."""
    used = sorted({share for each in weights for share in shares(each)})
    return "\n".join(f"col.w{share} {{ width: {share}% }}" for share in used)
