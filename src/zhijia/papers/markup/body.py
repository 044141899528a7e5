"""The blocks of a paper as HTML."""

from html import escape

from zhijia.papers.blocks import Block, Form, Heading, NamesLine, Para, Table
from zhijia.papers.markup.lines import Inline, line
from zhijia.papers.markup.tables import form, table


def heading(block: Heading, inline: Inline) -> str:
    """A heading of its own is a heading element; one that runs into its text stays a paragraph."""
    level, words = block.level, escape(block.text)
    if block.body:
        return f'<p class="para"><span class="level{level}">{words}</span>{line(block.body, inline)}</p>'
    return f'<h{level + 1} class="para level{level}">{words}</h{level + 1}>'


def names(block: NamesLine) -> str:
    """A label and the names that wrap beside it."""
    people = "　".join(escape(name) for name in block.names)
    return f'<div class="names"><span class="label">{escape(block.label)}：</span><span>{people}</span></div>'


def block_html(block: Block, inline: Inline) -> str:
    """Any block."""
    match block:
        case Heading():
            return heading(block, inline)
        case Para(runs=runs, indent=indent):
            return f'<p class="{"para" if indent else "flush"}">{line(runs, inline)}</p>'
        case NamesLine():
            return names(block)
        case Table():
            return table(block, inline)
        case Form():
            return form(block, inline)


def blocks_html(blocks: tuple[Block, ...], inline: Inline) -> str:
    """Blocks in order."""
    return "\n".join(block_html(block, inline) for block in blocks)
