"""Paper -> .docx bytes, the same bytes for the same paper."""

from docx.document import Document as DocumentObject
from docx.enum.section import WD_SECTION
from docx.section import Section

from zhijia.papers.docx.body import addressees, announced, blocks_xml, note, signature
from zhijia.papers.docx.foot import foot
from zhijia.papers.docx.head import head, title
from zhijia.papers.docx.package import blank, packed
from zhijia.papers.docx.page import set_letter, set_numbers, set_page
from zhijia.papers.docx.xml import Setting, blank_lines, element, paragraph, run
from zhijia.papers.measures import BLOCK_MM, BOTTOM_MM, PAGE_MM, TOP_MM, twips
from zhijia.papers.paper import Attachment, Paper
from zhijia.papers.titles import title_lines

UPRIGHT_ROOM = twips(BLOCK_MM[0])
TURNED_ROOM = twips(PAGE_MM[1] - TOP_MM - BOTTOM_MM)


def put(made: DocumentObject, parts: list[str]) -> None:
    """Append paragraphs and tables to the end of the text."""
    body = made.element.body
    for part in parts:
        body.insert(len(body) - 1, element(part))


def opened(made: DocumentObject, paper: Paper, landscape: bool, first: bool = False) -> Section:
    """The section to write into: the document's own, or a new one on a new page."""
    section = made.sections[0] if first else made.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, landscape)
    set_numbers(section, paper, landscape)
    return section


def attachment(item: Attachment, mark: str, new_page: bool) -> list[str]:
    """附件n, its title on the third line, its blocks."""
    room = TURNED_ROOM if item.landscape else UPRIGHT_ROOM
    lines = "\n".join(title_lines(item.title, 28 if item.landscape else 20))
    return [
        paragraph("Mark", run(mark), Setting(page_break=new_page)),
        paragraph("Title", run(lines), Setting(before=blank_lines(1), after=blank_lines(0.5))),
        *blocks_xml(item.blocks, room),
    ]


def front(paper: Paper) -> list[str]:
    """Everything before the attachments."""
    return [
        *head(paper),
        *title(paper),
        *addressees(paper),
        *blocks_xml(paper.blocks, UPRIGHT_ROOM),
        *announced(paper.announced),
        *signature(paper),
        *note(paper),
    ]


def to_docx(paper: Paper) -> bytes:
    """The .docx of a paper; faces by their official names, positions by style, dates from the paper."""
    made = blank(paper)
    section = opened(made, paper, landscape=False, first=True)
    if paper.format == "letter" and paper.head:
        set_letter(section, paper)
    put(made, front(paper))
    turned = False
    for at, item in enumerate(paper.attachments, 1):
        if item.landscape or turned:
            opened(made, paper, landscape=item.landscape)
        mark = "附件" if len(paper.attachments) == 1 else f"附件{at}"
        put(made, attachment(item, mark, new_page=not (item.landscape or turned)))
        turned = item.landscape
    last = foot(paper)
    if last and turned:
        opened(made, paper, landscape=False)
    put(made, last)
    return packed(made, paper)
