"""A paper in the browser: the same elements as on the sheet, each bound figure a link to its passport.

No inline style and no script, so the pages' content security policy needs no exception; the rules are in
`preview.css`, which the site serves as a static file.
"""

from pathlib import Path
from typing import Final

from zhijia.papers.markup.article import article
from zhijia.papers.markup.lines import Link, linked
from zhijia.papers.markup.tail import attachments
from zhijia.papers.paper import Paper

PREVIEW_CSS: Final = Path(__file__).parent / "styles" / "preview.css"


def to_html(paper: Paper, link: Link, later: str | None = None) -> str:
    """An <article> to be put into a page; `link` turns a figure reference into the address of its passport.

    `later` stands in for the attachments, which may be many times the size of the rest; see `attachments_html`.
    """
    return article(paper, linked(link), later)


def attachments_html(paper: Paper, link: Link) -> str:
    """The attachments alone, to be put where `later` stood; '' for a paper without any."""
    return attachments(paper, linked(link))
