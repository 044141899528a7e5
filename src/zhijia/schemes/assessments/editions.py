"""Editions of score sheets: one file for each; a sheet that does not add up is refused with a sentence."""

import difflib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from pydantic import Field

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.assessments.bands import Band, Climb, Extra, Survey, Veto
from zhijia.schemes.assessments.sheet import Chapter, Criterion
from zhijia.schemes.codes import Trust
from zhijia.schemes.errors import CatalogueError
from zhijia.schemes.load import Strict
from zhijia.schemes.source import KeyPath, read_source
from zhijia.schemes.words import Word

NOT_THE_TOTAL = gettext_noop("各章分值合计为%(sum)s分，应为%(total)s分，请调整各章的 points。")
NOT_THE_CHAPTER = gettext_noop("“%(title)s”各项分值合计为%(sum)s分，该章写的是%(points)s分，请改成一致。")
NOT_THE_CRITERION = gettext_noop("“%(title)s”各得分点最多可得%(sum)s分，该项写的是%(points)s分，请改成一致。")
TWICE = gettext_noop("“%(word)s”写了两次，键只能出现一次。")
NO_VARIANT = gettext_noop("没有类别“%(word)s”，可用的：%(allowed)s。")
NO_QUESTION = gettext_noop("没有调查题“%(word)s”，可用的：%(allowed)s。")
NO_CRITERION = gettext_noop("没有考评项目“%(word)s”，是否想写“%(near)s”？")
NOT_RISING = gettext_noop("“%(title)s”的分数线须高于前一档，请从低到高排列。")
ABOVE_POINTS = gettext_noop("“%(title)s”有一档得分%(step)s超过该得分点的%(points)s分，请核对。")


class Variant(Strict):
    """Which units are scored by the same rows: `kinds` are codes of the unit's own kind."""

    title: Word
    kinds: tuple[str, ...]


class Rubric(Strict):
    """One level people choose when they judge: its share of the points in percent."""

    title: Word
    share: Decimal


class Assessment(Strict):
    """One edition of one score sheet."""

    assessment: str
    edition: int
    title: Word
    basis: str
    trust: Trust
    subject: str = Field(description="register whose rows are scored")
    total: Decimal = Decimal(100)
    variants: dict[str, Variant] = Field(min_length=1)
    rubric: dict[str, Rubric]
    chapters: tuple[Chapter, ...] = Field(min_length=1)
    bonus: tuple[Extra, ...] = ()
    bonus_most: Decimal = Decimal(0)
    bands: tuple[Band, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    climb: Climb | None = None
    survey: Survey | None = None

    @property
    def name(self) -> str:
        """Key and edition, e.g. workers-home-stars.2014."""
        return f"{self.assessment}.{self.edition}"

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All rows in order."""
        return tuple(criterion for chapter in self.chapters for criterion in chapter.criteria)

    def criterion(self, key: str) -> Criterion:
        """A row by its key; KeyError for any other."""
        return {one.key: one for one in self.criteria}[key]

    def variant_of(self, kind: str) -> str:
        """The variant of a unit kind; the first one for a kind nobody named."""
        return next((key for key, one in self.variants.items() if kind in one.kinds), next(iter(self.variants)))

    @property
    def figures(self) -> tuple[str, ...]:
        """Indicators the whole sheet reads, each once."""
        parts = [part for criterion in self.criteria for part in criterion.parts]
        read = [part.figure for part in parts] + [part.when.figure for part in parts if part.when]
        read += [gate.figure for band in self.bands for gate in band.gates]
        read += [veto.figure for veto in self.vetoes] + [extra.figure for extra in self.bonus]
        return tuple(dict.fromkeys(figure for figure in read if figure))


def check_assessment(path: Path, edition: Assessment) -> None:
    """Raise CatalogueError for the first thing in the sheet that does not fit; file, line, key and a sentence."""
    for where, problem in (*_sums(edition), *_names(edition), *_bands(edition)):
        raise CatalogueError(path.name, read_source(path).line_of(where), str(where[-1]), problem)


def _sums(edition: Assessment) -> Iterator[tuple[KeyPath, Problem]]:
    whole = sum((chapter.points for chapter in edition.chapters), Decimal(0))
    for at, chapter in enumerate(edition.chapters):
        inner = sum((criterion.points for criterion in chapter.criteria), Decimal(0))
        if inner != chapter.points:
            words = {"title": chapter.title, "sum": inner, "points": chapter.points}
            yield ("chapters", at, "points"), Problem(NOT_THE_CHAPTER, **words)
        for row, criterion in enumerate(chapter.criteria):
            where: KeyPath = ("chapters", at, "criteria", row, "points")
            most = max(criterion.worth(variant) for variant in edition.variants)
            if most != criterion.points:
                yield where, Problem(NOT_THE_CRITERION, title=criterion.title, sum=most, points=criterion.points)
            for part in criterion.parts:
                step = max(part.steps.values(), default=Decimal(0))
                if step > part.points:
                    yield where, Problem(ABOVE_POINTS, title=criterion.title, step=step, points=part.points)
    if whole != edition.total:
        yield ("chapters",), Problem(NOT_THE_TOTAL, sum=whole, total=edition.total)


def _names(edition: Assessment) -> Iterator[tuple[KeyPath, Problem]]:
    seen: set[str] = set()
    questions: Mapping[str, object] = edition.survey.questions if edition.survey else {}
    for at, chapter in enumerate(edition.chapters):
        for row, criterion in enumerate(chapter.criteria):
            where: KeyPath = ("chapters", at, "criteria", row)
            if criterion.key in seen:
                yield (*where, "key"), Problem(TWICE, word=criterion.key)
            seen.add(criterion.key)
            for word in (*criterion.applies, *(word for part in criterion.parts for word in part.applies)):
                if word not in edition.variants:
                    yield (*where, "applies"), Problem(NO_VARIANT, word=word, allowed="、".join(edition.variants))
            for part in criterion.parts:
                if part.survey and part.survey not in questions:
                    yield (*where, "parts"), Problem(NO_QUESTION, word=part.survey, allowed="、".join(questions))


def _bands(edition: Assessment) -> Iterator[tuple[KeyPath, Problem]]:
    keys = [criterion.key for criterion in edition.criteria]
    least = Decimal(-1)
    for at, band in enumerate(edition.bands):
        if band.least <= least:
            yield ("bands", at, "least"), Problem(NOT_RISING, title=band.title)
        least = band.least
        for gate in band.gates:
            if gate.criterion and gate.criterion not in keys:
                near = difflib.get_close_matches(gate.criterion, keys, n=1, cutoff=0) or keys[:1]
                yield ("bands", at, "gates"), Problem(NO_CRITERION, word=gate.criterion, near=near[0])
