"""One official paper as data: what the writers set, the preview shows and the checker reads."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from zhijia.papers.blocks import Block, Form, Heading, NamesLine, Para, Table
from zhijia.papers.runs import Runs, Text, plain

Format = Literal["file", "letter", "minutes", "slip"]
PageNumber = Literal["official", "centred", "none"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件: bound in behind the body on a page of its own; wide tables lie on their side."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of any of the official kinds (`kind` is the Chinese word: 通知, 通报, 请示, 函, 纪要 ...).

    `head`: text of the red head, empty for slips and notices. `number`: 某工发〔2026〕12号 or 第12期, empty for a
    draft (the number is taken at signing). `title`: "\\n" forces the line breaks, otherwise they are chosen.
    `sealed`: room for the seal is left and nothing red is printed there. `signed`: False where a form inside carries name and date. `listed`: the attachment titles as
    announced under the body; None means "as attached". `footer_mark`: snapshot id and hash, a small last line.
    """

    kind: str
    title: str
    issuer: str
    dated: date
    blocks: tuple[Block, ...]
    head: str = ""
    number: str = ""
    format: Format = "file"
    signers: tuple[str, ...] = ()
    urgency: str = ""
    addressees: tuple[str, ...] = ()
    addressees_in_foot: bool = False
    attachments: tuple[Attachment, ...] = ()
    listed: tuple[str, ...] | None = None
    co_issuers: tuple[str, ...] = ()
    sealed: bool = True
    signed: bool = True
    dated_text: str = ""
    note: str = ""
    copy_to: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: date | None = None
    footer_mark: str = ""
    page_number: PageNumber = "official"
    public: bool = False

    @property
    def date_line(self) -> str:
        """The date as printed; `dated_text` overrides it (an officer may have typed it, the checker compares)."""
        return self.dated_text or chinese_date(self.dated)

    @property
    def announced(self) -> tuple[str, ...]:
        """Attachment titles as the list under the body names them."""
        return tuple(item.title for item in self.attachments) if self.listed is None else self.listed

    @property
    def has_foot(self) -> bool:
        """Whether a foot (版记) is printed at all."""
        return bool(self.copy_to or self.printed_by or (self.addressees_in_foot and self.addressees))


def chinese_date(day: date) -> str:
    """2026年9月1日: full year, no padding (GB/T 9704-2012 7.3.5)."""
    return f"{day.year}年{day.month}月{day.day}日"


def is_upward(paper: Paper) -> bool:
    """报告 and 请示 go up: number at the left, signer at the right."""
    return paper.kind in {"报告", "请示"}


def lines_of(blocks: tuple[Block, ...]) -> list[Runs]:
    """Every line of runs in reading order; headings give their text as one plain run."""
    out: list[Runs] = []
    for block in blocks:
        match block:
            case Heading(text=text, body=body):
                out += [(Text(text), *body)]
            case Para(runs=line):
                out += [line]
            case NamesLine(label=label, names=names):
                out += [(Text(label + "：" + "、".join(names)),)]
            case Table():
                out += [cell for line in block.rows for cell in line]
            case Form():
                out += [cell.runs for line in block.rows for cell in line]
    return out


def body_text(paper: Paper) -> str:
    """Words of the body, without attachments: what the length limit counts."""
    return "\n".join(plain(line) for line in lines_of(paper.blocks))


def full_text(paper: Paper) -> str:
    """Every word a reader gets to see, attachments, tails and notes included."""
    parts = [paper.title, *paper.addressees, body_text(paper), paper.note, paper.date_line, *paper.copy_to]
    for item in paper.attachments:
        parts += [item.title, *(plain(line) for line in lines_of(item.blocks))]
        parts += [text for block in item.blocks if isinstance(block, Table) for text in (block.caption, block.note)]
    return "\n".join(part for part in parts if part)
