"""The headings in force while a plan is read from top to bottom."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from zhijia.targets.plantext.announcing import DONE_BELOW, announced
from zhijia.targets.plantext.dates import dates_in
from zhijia.targets.plantext.folding import PERIOD_LINE
from zhijia.targets.plantext.headings import (
    BACK_THEN_AHEAD,
    INLINE_LEVEL,
    SPAN_LINE,
    Section,
    lead_length,
    level_of,
    mark_length,
    section_from,
    titled,
)

ONE_MONTH = re.compile(
    r"[^\d一二三四五六七八九十]{0,4}(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!\d|底前|[一二三])"
)
HEADING_LEVELS = (0.0, 0.8, 1, 2, 2.5, 3, 4)


def _list_level(sections: list[Section]) -> float:
    """Half a step below the innermost real heading."""
    return max((section.level for section in sections if section.level in HEADING_LEVELS), default=0.0) + 0.5


def _lead_level(section: Section) -> float:
    """今年工作目标:… speaks for the paragraphs below as well; any other lead only for its own."""
    return INLINE_LEVEL - 0.5 if section.due and re.search(r"目标|任务|指标", section.text) else INLINE_LEVEL


@dataclass
class Outline:
    """Sections in force, outermost first; `year` is the year of the text.

    `campaign` is the end of the period announced last (于3月至6月开展集中行动), which 行动期间 takes up;
    `planned_from` the first day of the half-year that the whole text looks ahead to, if it looks back on the other;
    `written` the day the paper is dated with; `voice` whether the verbs of the paragraph at hand look back.
    """

    year: int
    sections: list[Section] = field(default_factory=list)
    campaign: date | None = None
    planned_from: date | None = None
    written: date | None = None
    voice: bool = False
    _turns: bool = False

    @property
    def mood(self) -> str:
        """past, future, rules or empty: what the innermost heading that says so announces, else how the verbs speak."""
        named = next((section.mood for section in reversed(self.sections) if section.mood), "")
        return named or ("past" if self.voice else "")

    @property
    def due(self) -> date | None:
        """The date the innermost dated heading lends."""
        return next((section.due for section in reversed(self.sections) if section.due), None)

    @property
    def base_year(self) -> int:
        """The year of dates that name none."""
        return next((section.year for section in reversed(self.sections) if section.year), self.year)

    @property
    def present_year(self) -> int:
        """The year before which all is over: the section's, or the text's own under a heading that looks years ahead."""
        return self.base_year if self.base_year <= self.year + 1 else self.year

    @property
    def places(self) -> str:
        """名额, where a heading in force says that the figures below share out places; else empty."""
        return "名额," if any(re.search("名额|奖项", held.text) for held in self.sections) else ""

    @property
    def begins(self) -> date | None:
        """The first day of the half-year or quarter the section plans, so that what lies before is over."""
        for section in reversed(self.sections):
            if section.due and re.search("[上下]半年", section.text):
                return date(section.due.year, 1 if section.due.month <= 6 else 7, 1)
            if section.due and re.search("[一二三四1-4]季度", section.text):
                return date(section.due.year, section.due.month - 2, 1)
        return self.planned_from

    @property
    def month(self) -> date | None:
        """The last day of the month that the innermost dated heading names; None if it names no single month."""
        dated = next((section for section in reversed(self.sections) if section.due), None)
        named = dated and ONE_MONTH.match(dated.text[mark_length(dated.text) :])
        return dated.due if dated and named else None

    def enter(self, text: str) -> int:
        """Take in a paragraph's heading part, if it has one; returns its length (0: no heading)."""
        if self.sections and SPAN_LINE.fullmatch(text):
            self.sections[-1] = replace(self.sections[-1], due=dates_in(text, self.year)[-1].due)
            return len(text)
        level = level_of(text)
        length = len(text) if not self.sections and titled(text) else lead_length(text)
        if level is None and not length:
            self._close(INLINE_LEVEL)
            return 0
        whole = length == len(text)
        section = (
            section_from(text[:length], level or INLINE_LEVEL, self.base_year)
            if length
            else Section(level or 0, "", None, None, "")
        )
        section = self._over(section)
        if whole and level is None and BACK_THEN_AHEAD.search(text):
            section = replace(section, mood="past", due=None)
            self._turns = True
        else:
            self._turn(section)
        if level is None:
            section = replace(section, level=self._level_for(text, section, whole=whole))
        self._close(section.level)
        if self.begins and section.due and section.due < self.begins:
            # 继续抓好上半年未完成的工作 in a plan of the third quarter.
            section = replace(section, due=None)
        self.sections.append(replace(section, item=not whole))
        return length

    def _turn(self, section: Section) -> None:
        """In a paper that looks back first, the first section that plans ends the looking back."""
        if self._turns and section.mood == "future":
            self.sections = [replace(held, mood="") if held.mood == "past" else held for held in self.sections]
            self._turns = False

    def _over(self, section: Section) -> Section:
        """先说上半年。 looks back where the whole text plans the other half; a title (上半年总结会上的讲话) only loses the date."""
        if not self.sections:
            return (
                replace(section, due=None) if self.planned_from and section.due == date(self.year, 6, 30) else section
            )
        gone = self.planned_from and section.due and section.due < self.planned_from
        return replace(section, mood="past", due=None) if gone else section

    def announce(self, text: str) -> None:
        """Take in what a paragraph says of those below it; without a mark of its own it ends a list of items."""
        listed = level_of(text) is None and any(
            section.item and section.level in HEADING_LEVELS for section in self.sections
        )
        for words, level in announced(
            text,
            self.base_year,
            heading=next((held.text for held in reversed(self.sections) if not held.item), ""),
            dated=any(held.due for held in self.sections),
            nested=any(1 < section.level < INLINE_LEVEL - 0.5 for section in self.sections),
        ):
            self._announce_from(words, level, listed=listed)

    def lend(self, due: date, text: str) -> None:
        """A date for everything below the present heading, said before the list or table it serves."""
        level = _list_level(self.sections)
        self._close(level)
        self.sections.append(Section(level, "", due, None, text))

    def _announce_from(self, words: str, level: float | None, *, listed: bool) -> None:
        above = [section for section in self.sections if not (listed and section.item)]
        found = section_from(words, _list_level(above) if level is None else level, self.base_year)
        turning = bool(BACK_THEN_AHEAD.search(words))
        if turning or DONE_BELOW.search(words):
            found = replace(found, mood="past", due=None)
        if found.due or found.mood == "past":
            self.sections = [section for section in above if section.level < found.level]
            self._turn(found)
            self._turns = self._turns or turning
            self.sections.append(found)

    def _level_for(self, text: str, section: Section, *, whole: bool) -> float:
        """A level for a heading without a mark.

        A line that is nothing but 今年目标: stands right under the present heading, so that lists below it inherit;
        第二季度 alone stands where 第一季度 stood.
        """
        if whole and PERIOD_LINE.fullmatch(text):
            before = next((held.level for held in self.sections if PERIOD_LINE.fullmatch(held.text)), None)
            return before or (1.5 if any(held.level == 1 for held in self.sections) else 0.8)
        if whole and text.endswith(":"):
            return _list_level(self.sections)
        return self._unmarked_level(text) if whole else _lead_level(section)

    def _unmarked_level(self, text: str) -> float:
        """A title stands above all; other short lines stand below it."""
        return 0.0 if not self.sections or re.search(r"工会|关于|附件|20\d\d年", text) else 0.8

    def _close(self, level: float) -> None:
        self.sections = [section for section in self.sections if section.level < level]
