"""季度通报: the circular, put together from the parts a layout chooses, in the layout's order."""

from dataclasses import dataclass
from datetime import date

from zhijia.papers.blocks import Block, heading
from zhijia.papers.lexicon import Tone
from zhijia.papers.paper import Attachment, Paper
from zhijia.papers.skeletons import sentences
from zhijia.papers.skeletons.parts import (
    CampaignOverview,
    Classes,
    Expiring,
    Lead,
    Overview,
    Part,
    Ranking,
    Requirements,
    Slot,
    Tables,
)
from zhijia.papers.wording import House


@dataclass(frozen=True, slots=True)
class BulletinData:
    """All a circular prints. `subject` is what the figures are about (2026年第三季度工会重点工作)."""

    county: str
    subject: str
    dated: date
    addressees: tuple[str, ...]
    parts: tuple[Part, ...]
    tone: Tone = "usual"
    number: str = ""
    head: str = ""
    title: str = ""
    copy_to: tuple[str, ...] = ()
    printed_by: str = ""
    footer_mark: str = ""
    sealed: bool = True


def part_blocks(part: Part, data: BulletinData, house: House) -> list[Block]:
    """The paragraphs of one part; tables go to the attachments."""
    match part:
        case Lead():
            return sentences.lead(part, data.subject)
        case Overview() | CampaignOverview():
            return sentences.overview(part, house)
        case Classes():
            return sentences.classes(part)
        case Ranking():
            return sentences.ranking(part, data.tone, house)
        case Slot():
            return sentences.slot(part)
        case Expiring():
            return sentences.expiring(part)
        case Requirements():
            return sentences.requirements(part)
        case Tables():
            return []


def body(data: BulletinData, house: House) -> tuple[Block, ...]:
    """All parts under headings numbered in the order they come; an empty part takes its heading with it."""
    blocks: list[Block] = []
    count = 0
    for part in data.parts:
        made = part_blocks(part, data, house)
        if part.title and made:
            count += 1
            blocks.append(heading(1, count, part.title))
        blocks += made
    return tuple(blocks)


def sheets(data: BulletinData) -> tuple[Attachment, ...]:
    """Attachments in order."""
    tables = [sheet for part in data.parts if isinstance(part, Tables) for sheet in part.sheets]
    return tuple(Attachment(sheet.title, (sheet.table,), sheet.landscape) for sheet in tables)


def quarterly_bulletin(data: BulletinData, house: House) -> Paper:
    """A 通报 with red head, ready for the writers and for the checker."""
    return Paper(
        kind="通报",
        title=data.title or f"{data.county}关于{data.subject}情况的通报",
        issuer=data.county,
        dated=data.dated,
        blocks=body(data, house),
        head=data.head or f"{data.county}文件",
        number=data.number,
        addressees=data.addressees,
        attachments=sheets(data),
        copy_to=data.copy_to,
        printed_by=data.printed_by,
        printed_on=data.dated,
        footer_mark=data.footer_mark,
        sealed=data.sealed,
    )
