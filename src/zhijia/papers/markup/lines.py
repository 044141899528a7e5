"""Lines of text as HTML: bound figures become links where the caller knows their passport's address."""

from collections.abc import Callable
from html import escape

from zhijia.papers.runs import Bound, Run, Runs

Link = Callable[[str], str]
Inline = Callable[[Run], str]


def printed(run: Run) -> str:
    """A run on paper: words only."""
    return escape(run.text)


def linked(link: Link) -> Inline:
    """Runs on screen: a bound figure is an underlined link to its passport."""

    def inline(run: Run) -> str:
        words = escape(run.text)
        if isinstance(run, Bound):
            return f'<a class="figure" href="{escape(link(run.figure_ref))}">{words}</a>'
        return words

    return inline


def line(runs: Runs, inline: Inline) -> str:
    """All runs of a line, nothing between them."""
    return "".join(inline(run) for run in runs)
