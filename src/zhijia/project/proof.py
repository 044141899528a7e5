"""The proof-reading of a catalogue: beyond each file's grammar, everything one file says of another must exist."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.core.exceptions import FieldError

from zhijia.indicators.compile import sides_of
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.register import registers
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import Catalogue
from zhijia.schemes.errors import CatalogueError
from zhijia.schemes.indicators import Indicator, Measure
from zhijia.schemes.source import KeyPath, read_source
from zhijia.schemes.words import without_english

UNKNOWN = gettext_noop("没有%(kind)s“%(name)s”，是否想写“%(near)s”？")
UNHEARD = gettext_noop("没有%(kind)s“%(name)s”，现有：%(known)s。")
NO_VALUE = gettext_noop("参数“%(name)s”在%(day)s还没有值，请补一行更早的 since。")
NO_CODE = gettext_noop("代码表“%(codes)s”没有代码“%(name)s”，现有：%(known)s。")
NO_AREA = gettext_noop("台账“%(register)s”需要权限“%(name)s”，权限表里没有，请补上。")
WRONG_FIELD = gettext_noop("条件用到了台账没有的字段（%(fault)s），请联系开发人员。")
SUM_KIND = gettext_noop("“%(name)s”不是整数字段，不能相加。")
NO_ENGLISH = gettext_noop("%(kind)s/%(key)s 的“%(word)s”没有英文，请写到 %(file)s。")
INDICATOR, VERB, PARAMETER = gettext_noop("指标"), gettext_noop("权限"), gettext_noop("参数")
SCORE = "score"


class Proof:
    """One reading of a catalogue in its folders; `faults()` names everything that does not fit together."""

    def __init__(self, catalogue: Catalogue, folders: Iterable[Path], window: Window) -> None:
        """`window`: the period for which dated parameters must have a value."""
        self.catalogue, self.folders, self.window = catalogue, list(folders), window

    def faults(self) -> Iterator[CatalogueError]:
        """All faults, file by file."""
        for indicator in self.catalogue.indicators.values():
            yield from self._indicator(indicator)
        yield from self._roles()
        yield from self._plans()
        yield from self._bulletins()
        yield from self._assessments()

    def untranslated(self) -> Iterator[Problem]:
        """Words of the catalogue that stand on screens and have no English, each once."""
        for place, word in without_english(self.catalogue):
            kind, key = str(place[0]), str(place[1])
            yield Problem(NO_ENGLISH, kind=kind, key=key, word=word, file=f"english/{kind}.yaml")

    def _indicator(self, indicator: Indicator) -> Iterator[CatalogueError]:
        key = indicator.indicator
        for side, measure in (("top", indicator.measures.top), ("bottom", indicator.measures.bottom)):
            if measure is None:
                continue
            for index, condition in enumerate(measure.where):
                if fault := self._parameter(condition):
                    yield self._at("indicators", key, ("measures", side, "where", index), fault)
                    return
        for place, problem in _compiled(indicator, self.window, self._code):
            yield self._at("indicators", key, ("measures", *place), problem)

    def _parameter(self, condition: object) -> Problem | None:
        """A `{parameter: key}` anywhere in a condition must name one that has a value in the window."""
        if not isinstance(condition, dict):
            return None
        if "parameter" not in condition:
            return next(filter(None, map(self._parameter, condition.values())), None)
        key = str(condition["parameter"])
        if key not in self.catalogue.parameters:
            return unknown(PARAMETER, key, self.catalogue.parameters)
        try:
            self.catalogue.number(key, self.window.as_of)
        except LookupError:
            return Problem(NO_VALUE, name=key, day=self.window.as_of)
        return None

    def _code(self, codes: str, name: str) -> Problem | None:
        entries = self.catalogue.codes[codes].entries if codes in self.catalogue.codes else {}
        return None if name in entries else Problem(NO_CODE, codes=codes, name=name, known="、".join(entries))

    def _roles(self) -> Iterator[CatalogueError]:
        table = self.catalogue.roles
        for key, role in table.roles.items():
            for index, verb in enumerate(role.may):
                if verb not in table.verbs:
                    yield self._at("", "roles", ("roles", key, "may", index), unknown(VERB, verb, table.verbs))
        for register in registers():
            for verb in (f"{register.area}.view", f"{register.area}.edit"):
                if verb not in table.verbs:
                    yield self._at("", "roles", ("verbs",), Problem(NO_AREA, register=register.label, name=verb))

    def _plans(self) -> Iterator[CatalogueError]:
        for key, plan in self.catalogue.plans.items():
            for index, line in enumerate(plan.lines):
                if line.indicator not in self.catalogue.indicators:
                    problem = unknown(INDICATOR, line.indicator, self.catalogue.indicators)
                    yield self._at("plans", key, ("lines", index, "indicator"), problem)

    def _bulletins(self) -> Iterator[CatalogueError]:
        known = self.catalogue.indicators
        for key, layout in self.catalogue.bulletins.items():
            if layout.rank_by and layout.rank_by != SCORE and layout.rank_by not in known:
                yield self._at("bulletins", key, ("rank_by",), unknown(INDICATOR, layout.rank_by, known))
            for index, part in enumerate(layout.parts):
                for name in part.indicators:
                    if name not in known:
                        where = ("parts", index, "indicators")
                        yield self._at("bulletins", key, where, unknown(INDICATOR, name, known))

    def _assessments(self) -> Iterator[CatalogueError]:
        for edition in self.catalogue.assessments.values():
            for name in edition.figures:
                if name not in self.catalogue.indicators:
                    problem = unknown(INDICATOR, name, self.catalogue.indicators)
                    yield self._at("assessments", edition.name, ("chapters",), problem)

    def _at(self, kind: str, key: str, where: KeyPath, problem: Problem) -> CatalogueError:
        """The fault with the file that counts (the last folder's) and the line."""
        found = [path for folder in self.folders for path in sorted((folder / kind).glob(f"{key}*.yaml"))
                 if key in (path.stem, path.name.split(".")[0])]  # fmt: skip
        source = read_source(found[-1])
        return CatalogueError(source.path.name, source.line_of(where), str(_last_word(where)), problem)


def unknown(kind: str, name: str, known: Iterable[str]) -> Problem:
    """No such thing: the nearest name, or all of them."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1)
    if near:
        return Problem(UNKNOWN, kind=Problem(kind), name=name, near=near[0])
    return Problem(UNHEARD, kind=Problem(kind), name=name, known="、".join(names))


def _last_word(where: KeyPath) -> str | int:
    return next((part for part in reversed(where) if isinstance(part, str)), where[-1])


def _compiled(
    indicator: Indicator, window: Window, code: Callable[[str, str], Problem | None]
) -> Iterator[tuple[KeyPath, Problem]]:
    """Compile both sides as a figure would; what register, terms or fields refuse comes back with its place."""
    try:
        sides = sides_of(indicator)
    except Problem as problem:
        yield (), problem
        return
    for name, side in sides.items():
        try:
            applied = side.register.applied(side.measure.where, window)
            side.rows(window)
        except Problem as problem:
            yield (name, "where"), problem
            continue
        except FieldError as fault:
            yield (name, "where"), Problem(WRONG_FIELD, fault=str(fault).split(".")[0])
            continue
        for index, item in enumerate(applied):
            unknown_code = code(item.term.codes, str(item.value)) if item.term.codes else None
            if unknown_code:
                yield (name, "where", index), unknown_code
        yield from _summed(name, side.register.model, side.measure)


def _summed(name: str, model: type, measure: Measure) -> Iterator[tuple[KeyPath, Problem]]:
    if measure.sum and "Integer" not in model._meta.get_field(measure.sum).get_internal_type():  # type: ignore[attr-defined]
        yield (name, "sum"), Problem(SUM_KIND, name=measure.sum)
