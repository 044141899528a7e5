"""A paper in the browser: the same elements as on the sheet, each bound figure a link to its passport.

No inline style and no script, so the pages' content security policy needs no exception; the rules are in
`preview.css`, which the site serves as a static file.
"""

from pathlib import Path
from typing import Final

from zhijia.papers.markup.article import article
from zhijia.papers.markup.lines import Link, linked
from zhijia.papers.paper import Paper

PREVIEW_CSS: Final = Path(__file__).parent / "styles" / "preview.css"


def to_html(paper: Paper, link: Link) -> str:
    """An <article> to be put into a page; `link` turns a figure reference into the address of its passport."""
    return article(paper, linked(link))
