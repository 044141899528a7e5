"""A whole plan read from top to bottom: paragraphs, tables, headings that lend their dates."""

import re
from dataclasses import dataclass, replace
from datetime import date

from zhijia.targets.plantext.aspect import voices
from zhijia.targets.plantext.dates import dates_in
from zhijia.targets.plantext.evidence import FLOOR
from zhijia.targets.plantext.folding import Passage
from zhijia.targets.plantext.headings import BARE_DATE, lead_length, level_of
from zhijia.targets.plantext.layout import Row, blocks
from zhijia.targets.plantext.outline import Outline
from zhijia.targets.plantext.paragraph import Found, Paragraph
from zhijia.targets.plantext.proposals import Proposal, Skip
from zhijia.targets.plantext.scope import scope_of
from zhijia.targets.plantext.tables import CellTarget, Worded, table_figures

CAPTION_UNIT = re.compile(r"\(?单位:(?P<unit>万元|元|%|[家人个户名次场期件份])\)?$")
# A speech at half-time: 上半年,我镇新建… looks back when another sentence opens with 下半年,我们….
LOOKS_BACK = re.compile(
    r"(?:^|[。\n:：])[ \t\u3000]{0,8}(?:今年)?(?:上半年|1-6月份?)[,，](?:我|全|各|县)|上半年[^。,，;；\n]{0,12}(?:总结|小结|情况|回顾|汇报)"
    r"|(?:总结|回顾|盘点)(?:今年|全[县镇区])?上半年|[说讲看]上半年[。,，:：]"
)
LOOKS_AHEAD = re.compile(
    r"(?:^|[。\n:：])[ \t\u3000]{0,8}(?:[一二三四五]、|[(（][一二三四五][)）])?下半年(?:[,，]|[^。,，;；\n]{0,6}(?:工作|任务|重点|打算|安排|计划|要|将))|[暨及和与]下半年|下半年(?:工作|任务)(?:安排|打算|计划|部署)|(?:部署|安排|布置|研究)[^。,，\n]{0,6}下半年|[说讲看]下半年[。,，:：]"
)
# A plan of the whole year may well be issued in spring; one of June no longer plans for May.
LATE_IN_THE_YEAR = 6
# Dates from these sources give way to a closing 完成时限.
LENDERS = ("heading", "paragraph", "year", "none", "table")


@dataclass
class Draft:
    """A proposal whose date may still be replaced by a closing deadline."""

    proposal: Proposal
    source: str


class Reading:
    """Reads one text; afterwards `drafts` holds the proposals and `skips` what was left out."""

    def __init__(self, text: str, year: int) -> None:
        """`year` is the year the text speaks in; dates without a year belong to it."""
        self.drafts: list[Draft] = []
        self.skips: list[Skip] = []
        self._open: list[Draft] = []
        parts = list(blocks(text))
        passages = [part for part in parts if isinstance(part, Passage)]
        written = _written(passages, year)
        self._outline = Outline(year, planned_from=_planned_from(text, written, year), written=written)
        self._scope = scope_of("".join(text.split()))
        self._caption = ""
        looks_back = _voices(passages)
        for block in parts:
            if isinstance(block, Passage):
                self._outline.voice = looks_back[id(block)]
                self._passage(block)
            else:
                self._table(block)

    def _passage(self, passage: Passage, *, goal: bool = False) -> None:
        if self._outline.enter(passage.text) == len(passage.text) and self._outline.sections[-1].level <= 1:
            self._open = []
        caption = CAPTION_UNIT.search(passage.text)
        self._caption = caption["unit"] if caption else self._caption if len(passage.text) < 30 else ""
        paragraph = Paragraph(passage.text, self._outline, self._scope, goal=goal)
        for found in paragraph.judged():
            self._keep(found, passage)
        closing = paragraph.calendar.closing()
        if closing and self._open:
            self._close(closing[0], 0 if closing[1] is None else passage.origin(closing[1], closing[1] + 1)[0])
        elif not self.drafts and (for_all := paragraph.calendar.for_all()):
            # 各项任务须于11月底前完成 above a table or list dates what is to come.
            self._outline.lend(for_all, passage.text)
        self._outline.announce(passage.text)

    def _table(self, rows: list[Row]) -> None:
        for figure in table_figures(rows, self._caption, self._outline.base_year):
            if isinstance(figure, Worded):
                self._keep_words(figure)
            elif self._outline.mood != "past":
                self._keep_cell(figure)

    def _keep_words(self, worded: Worded) -> None:
        """A cell in words: what it does not date itself is due when its row says."""
        since = len(self.drafts)
        self._passage(worded.cell, goal=worded.goal or worded.due is not None)
        for draft in self.drafts[since:] if worded.due else ():
            if draft.source in LENDERS:
                draft.proposal, draft.source = replace(draft.proposal, due=worded.due), "own"

    def _keep_cell(self, figure: CellTarget) -> None:
        start, end = figure.cell.origin(0, len(figure.cell.text))
        proposal = Proposal(
            figure.value,
            figure.value_max,
            figure.unit,
            figure.comparator,
            figure.due or self._outline.due,
            figure.subject,
            start,
            end,
            FLOOR + 0.2,
        )
        self._add(Draft(proposal, "own" if figure.due else "table"))

    def _keep(self, found: Found, passage: Passage) -> None:
        mention = found.mention
        if found.reason:
            self.skips.append(Skip(*passage.origin(mention.start, mention.end), found.reason))
            return
        start, end = passage.origin(found.start, found.end)
        proposal = Proposal(
            mention.value,
            mention.value_max,
            mention.unit,
            found.comparator,
            found.due,
            found.subject,
            start,
            end,
            found.confidence,
        )
        self._add(Draft(proposal, found.source))

    def _add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._open.append(draft)

    def _close(self, due: date, since: int) -> None:
        """A closing deadline serves everything still open behind `since` that has no date of its own."""
        for draft in self._open:
            if draft.source in LENDERS and draft.proposal.start >= since:
                draft.proposal = replace(draft.proposal, due=due)
        self._open = [draft for draft in self._open if draft.proposal.start < since]


def _written(passages: list[Passage], year: int) -> date | None:
    """The day a paper is dated with, under its title or at its end; None if it names none of the year."""
    lines = [one.text for one in (*passages[:6], *passages[-3:]) if BARE_DATE.fullmatch(one.text)]
    days = [mark.due for line in lines for mark in dates_in(line, year) if mark.grain == "day"]
    return next((day for day in days if day and day.year == year), None)


def _planned_from(text: str, written: date | None, year: int) -> date | None:
    """The first day a text can still plan: of the month it is written in, if late enough, or of the half-year it opens."""
    if LOOKS_BACK.search(text) and LOOKS_AHEAD.search(text):
        return date(year, 7, 1)
    return written.replace(day=1) if written and written.month >= LATE_IN_THE_YEAR else None


def _voices(passages: list[Passage]) -> dict[int, bool]:
    """Which paragraphs look back by the verbs of their section, keyed by identity."""
    opens = [
        level_of(one.text) == 1 or (not level_of(one.text) and lead_length(one.text) == len(one.text))
        for one in passages
    ]
    back = voices([one.text for one in passages], opens)
    return {id(one): looks for one, looks in zip(passages, back, strict=True)}


def extract(text: str, year: int) -> list[Proposal]:
    """The targets a plan proposes, in reading order. Linear in the length of the text; nothing is written anywhere."""
    return sorted((draft.proposal for draft in Reading(text, year).drafts), key=lambda one: one.start)


def skipped(text: str, year: int) -> list[Skip]:
    """The quantities that were seen and not proposed, each with its reason, in reading order."""
    return sorted(Reading(text, year).skips, key=lambda one: one.start)
