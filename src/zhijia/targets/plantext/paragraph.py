"""One paragraph read through: its figures, each either proposed with its date or left out with a reason."""

import re
from datetime import date

from zhijia.targets.plantext import reasons
from zhijia.targets.plantext.campaigns import PERIOD, with_campaign, with_thirds, with_this_month
from zhijia.targets.plantext.clauses import (
    CLAUSE_MARKS,
    FINE_MARKS,
    Bounds,
    asides_in,
    bounds,
    sealed_in,
    sentence_bounds,
)
from zhijia.targets.plantext.comparators import comparator_of
from zhijia.targets.plantext.dates import DateMark, dates_in
from zhijia.targets.plantext.due import EVERY, Calendar
from zhijia.targets.plantext.evidence import FLOOR, confidence
from zhijia.targets.plantext.exclusions import reason_against
from zhijia.targets.plantext.found import Found, with_parts, without_doubles
from zhijia.targets.plantext.mentions import Mention, mentions_in
from zhijia.targets.plantext.moods import Cues, cues_in, opens_with_past
from zhijia.targets.plantext.outline import Outline
from zhijia.targets.plantext.scope import Scope
from zhijia.targets.plantext.setting import Setting
from zhijia.targets.plantext.subjects import subject_of, without_dates
from zhijia.targets.plantext.units import MONEY, PERCENT

EVERY_YEAR = re.compile(r"每年")
QUOTED = re.compile(r"“[^“”]{1,20}”|\"[^\"]{1,20}\"")


class Paragraph:
    """A folded paragraph with everything located in it once, so that each figure is judged in constant time."""

    def __init__(self, text: str, outline: Outline, scope: Scope, *, goal: bool = False) -> None:
        """`outline` must already have entered this paragraph's heading; `goal`: it stands in a column of targets."""
        self.text, self.outline, self.scope = text, outline, scope
        dates = _outside_slogans(dates_in(text, outline.base_year), text)
        dates = with_this_month(with_thirds(dates, text, outline.month), text, outline.written)
        self.marks: list[DateMark] = with_campaign(dates, text, outline.campaign)
        outline.campaign = next(
            (mark.due for mark in self.marks if mark.due and PERIOD.search(text[mark.start : mark.end])),
            outline.campaign,
        )
        dated = [(mark.start, mark.end) for mark in self.marks]
        self.sealed = [seal for seal in sealed_in(text) if not _meets(seal[0], seal[1], dated)]
        closed = sorted(
            [
                *dated,
                *asides_in(text),
                *((start, end) for start, end, reason in self.sealed if reason != reasons.NUMBERING),
            ]
        )
        self.mentions = _free_of(dated, mentions_in(text))
        self.clauses: Bounds = bounds(text, CLAUSE_MARKS, _merge(closed, self.mentions))
        self.fine: Bounds = bounds(text, FINE_MARKS, _merge(closed, self.mentions))
        self.sentences: Bounds = sentence_bounds(text, closed)
        self.opens_past = opens_with_past(text, self.marks, outline.present_year, outline.begins)
        backward = self.opens_past or outline.mood == "past"
        self.cues: Cues = cues_in(
            text, self.marks, outline.present_year, begins=outline.begins, mood=outline.mood, backward=backward
        )
        self.calendar = Calendar(
            text,
            self.marks,
            self.clauses,
            self.sentences,
            [mention.start for mention in self.mentions if not self._only_says_done(mention)],
            outline.present_year,
        )

        self.closes = goal or self.calendar.closing() is not None

    def _only_says_done(self, mention: Mention) -> bool:
        """9月底前全部建成: the date serves the clause before it as well."""
        return mention.kind == "whole" and bool(
            re.match(r"全部(?:建成|完成|到位|落实|达标|投用|结束)", self.text[mention.start : mention.end + 2])
        )

    def judged(self) -> list[Found]:
        """Every figure of the paragraph in order."""
        seals = iter([*self.sealed, (len(self.text), len(self.text), "")])
        seal = next(seals)
        found: list[Found] = []
        past_paragraph = self.opens_past
        for place, mention in enumerate(self.mentions):
            while seal[1] <= mention.start and seal[2]:
                seal = next(seals)
            start, end = self.fine.around(mention.start, mention.end)
            if seal[2] and seal[0] < mention.end:
                found.append(Found(mention, start, end, seal[2]))
                continue
            setting = self._setting(place, mention, past_paragraph)
            past_paragraph = past_paragraph and setting.cues.nearest(setting.sentence, mention.start) is not False
            found.append(self._judge(setting, start, end))
        return without_doubles(with_parts(found, self.text))

    def _setting(self, place: int, mention: Mention, past_paragraph: bool) -> Setting:
        clause, clause_end = self.clauses.around(mention.start, mention.end)
        sentence, sentence_end = self.sentences.around(mention.start, mention.end)
        return Setting(
            self.text,
            mention,
            max(clause, mention.start - 80),
            min(clause_end, mention.end + 80),
            sentence,
            sentence_end,
            self.outline.mood,
            past_paragraph,
            self.cues,
            self.scope,
            tuple(self.mentions[max(0, place - 3) : place + 6]),
        )

    def _judge(self, setting: Setting, start: int, end: int) -> Found:
        mention = setting.mention
        reason = reason_against(setting)
        due, source = self.calendar.due_at(mention.start, mention.end)
        sure = confidence(setting, dated=self.closes or source in ("own", "after", "lent"))
        if reason or sure < FLOOR:
            return Found(mention, start, end, reason or reasons.NO_GOAL)
        if source == "lent" and EVERY_YEAR.search(setting.before):
            due = None
        if not due:
            due, source = self._lent_by_heading(setting.before), "heading"
        before = without_dates(self.text, start, mention.start, self.marks)
        previous = self.text[max(0, start - 30) : max(0, start - 1)].rsplit(",", 1)[-1]
        subject = subject_of(before, self.text[mention.end : end], previous)
        comparator = comparator_of(
            setting.before,
            setting.after,
            self.outline.places + setting.said,
            quota=mention.unit not in (PERCENT, MONEY),
        )
        return Found(mention, start, end, None, comparator, due, source, subject, sure)

    def _lent_by_heading(self, before: str) -> date | None:
        """每年… repeats inside a plan of several years; the plan's end is not its date."""
        due = self.outline.due
        return None if due and EVERY.search(before) and due.year != self.outline.base_year else due


def _meets(start: int, end: int, stretches: list[tuple[int, int]]) -> bool:
    return any(left < end and start < right and right - left >= end - start for left, right in stretches)


def _outside_slogans(dates: list[DateMark], text: str) -> list[DateMark]:
    """The dates that are not words of a quoted slogan (“建功十二五”); “十二五”期末 stays one."""
    quotes = [(match.start(), match.end()) for match in QUOTED.finditer(text)]
    return [
        mark
        for mark in dates
        if mark.grain not in ("span", "year")
        or not any(start < mark.start and mark.end <= end for start, end in quotes)
    ]


def _free_of(dated: list[tuple[int, int]], mentions: list[Mention]) -> list[Mention]:
    covered = {place for start, end in dated for place in range(start, end)}
    return [mention for mention in mentions if mention.start not in covered and mention.end - 1 not in covered]


def _ranges(mentions: list[Mention]) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in mentions]


def _merge(closed: list[tuple[int, int]], mentions: list[Mention]) -> list[tuple[int, int]]:
    """Sorted, non-overlapping stretches in which a mark does not end a clause."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*closed, *_ranges(mentions)]):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
