"""Body, list of attachments and signature of the .docx."""

from zhijia.papers.blocks import Block, Form, Heading, NamesLine, Para, Table
from zhijia.papers.docx.tables import form, table
from zhijia.papers.docx.xml import Setting, blank_lines, line, paragraph, run
from zhijia.papers.fonts.roles import Role
from zhijia.papers.paper import Paper
from zhijia.papers.signature import issuer_rows, signature_of

LEVEL_ROLES: dict[int, Role] = {1: "hei", 2: "kai", 3: "body", 4: "body"}


def heading(block: Heading) -> str:
    """A heading paragraph, or a body paragraph that opens with the heading's words in their own face."""
    if block.body:
        return paragraph("Body", run(block.text, LEVEL_ROLES[block.level]) + line(block.body))
    return paragraph(f"Level{block.level}", run(block.text))


def names(block: NamesLine) -> str:
    """Label and names; wrapped names stand under the first."""
    hang = len(block.label) + 1
    return paragraph(
        "Names",
        run(block.label + "：", "hei") + run("　".join(block.names)),
        Setting(left=2 + hang, hanging=hang),
    )


def block_xml(block: Block, room: int) -> list[str]:
    """Any block as paragraphs and tables."""
    match block:
        case Heading():
            return [heading(block)]
        case Para(runs=runs, indent=indent):
            return [paragraph("Body" if indent else "Flush", line(runs))]
        case NamesLine():
            return [names(block)]
        case Table():
            return table(block, room)
        case Form():
            return [form(block, room)]


def blocks_xml(blocks: tuple[Block, ...], room: int) -> list[str]:
    """Blocks in order. Two tables in a row are held apart by a hair line, or Word would make them one."""
    out: list[str] = []
    for part in (part for block in blocks for part in block_xml(block, room)):
        if part.startswith("<w:tbl ") and out and out[-1].startswith("<w:tbl "):
            out.append(paragraph("Anchor", ""))
        out.append(part)
    return out


def addressees(paper: Paper) -> list[str]:
    """主送机关, one blank line below the title."""
    if not paper.addressees or paper.addressees_in_foot:
        return []
    return [paragraph("To", run("，".join(paper.addressees) + "："), Setting(before=blank_lines(1)))]


def announced(titles: tuple[str, ...]) -> list[str]:
    """附件：1. … with wrapped lines under the first character of the name."""
    if len(titles) == 1:
        return [paragraph("List", run("附件：" + titles[0]), Setting(before=blank_lines(1), left=5, hanging=3))]
    out = []
    for at, title in enumerate(titles, 1):
        first = at == 1
        setting = Setting(before=blank_lines(1) if first else 0, left=6, hanging=4 if first else 1)
        out.append(paragraph("List", run(f"{'附件：' if first else ''}{at}.{title}"), setting))
    return out


def signature(paper: Paper) -> list[str]:
    """Issuer rows and date at the distances the standard gives."""
    if paper.format == "minutes" or not paper.signed:
        return []
    place = signature_of(paper.issuer, paper.date_line, paper.sealed)
    out = [
        paragraph(
            "Signature", run(row), Setting(before=0 if at else blank_lines(place.blank_lines), right=place.issuer_right)
        )
        for at, row in enumerate(issuer_rows(paper))
    ]
    return [*out, paragraph("Signature", run(paper.date_line), Setting(right=place.date_right))]


def note(paper: Paper) -> list[str]:
    """附注 in round brackets."""
    return [paragraph("Body", run(f"（{paper.note}）"))] if paper.note else []
