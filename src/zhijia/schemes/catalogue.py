"""The whole catalogue of a county: shipped files, overlaid by the county's own, checked as one."""

import datetime as dt
import functools
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.assessments.editions import Assessment, check_assessment
from zhijia.schemes.bulletins import BulletinLayout
from zhijia.schemes.campaigns import Campaign
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.checklists import Checklist
from zhijia.schemes.codes import CodeList
from zhijia.schemes.cross import Words, check_edition
from zhijia.schemes.errors import NOT_ITS_NAME, CatalogueError
from zhijia.schemes.holidays import HolidayYear
from zhijia.schemes.indicators import Indicator
from zhijia.schemes.letters import Letter
from zhijia.schemes.load import load_file
from zhijia.schemes.parameters import DatedValue, Parameter, ParameterFile
from zhijia.schemes.plans import PlanTemplate
from zhijia.schemes.roles import RoleTable
from zhijia.schemes.words import English

ALREADY_THERE = gettext_noop("这个参数在别的文件里已有，参数键在全目录内只能出现一次。")
TWO_ENGLISH = gettext_noop("这个词在别的译文文件里有另一种译法，请写成一样。")
# Folders of procedures: what a county decides on application, step by step.
PROCEDURES = ("foundings", "aid", "honours")
Grammar = TypeVar("Grammar", bound=BaseModel)


@dataclass(frozen=True)
class Catalogue:
    """Everything the county wrote down, by key."""

    codes: Mapping[str, CodeList]
    holidays: Mapping[int, HolidayYear]
    parameters: Mapping[str, Parameter]
    indicators: Mapping[str, Indicator]
    roles: RoleTable
    plans: Mapping[str, PlanTemplate]
    bulletins: Mapping[str, BulletinLayout]
    cases: Mapping[str, CaseEdition]
    english: Mapping[str, str]
    letters: Mapping[str, Letter]
    digests: Mapping[str, str]
    checklists: Mapping[str, Checklist]
    campaigns: Mapping[str, Campaign]
    assessments: Mapping[str, Assessment]

    def parameter(self, key: str, on: dt.date) -> DatedValue:
        """The dated value of a parameter; KeyError names a key nobody wrote."""
        if key not in self.parameters:
            raise KeyError(key)
        return self.parameters[key].on(on)

    def number(self, key: str, on: dt.date) -> Decimal:
        """The bare number of a parameter on a day."""
        return self.parameter(key, on).value


def read_catalogue(folders: Sequence[Path]) -> Catalogue:
    """Read the folders in order, a later one replacing files of the same name; CatalogueError on any fault."""
    codes = _keyed(_load(folders, "codes", CodeList), "codes")
    themes = _load(folders, "parameters", ParameterFile)
    parameters: dict[str, Parameter] = {}
    for path, theme in themes:
        for key, parameter in theme.parameters.items():
            if key in parameters:
                raise CatalogueError(path.name, 1, key, ALREADY_THERE)
            parameters[key] = parameter
    roles = _load(folders, "", RoleTable, "roles.yaml")[-1][1]
    checklists = _keyed(_load(folders, "checklists", Checklist), "checklist")
    editions = [one for kind in PROCEDURES for one in _load(folders, kind, CaseEdition)]
    for path, edition in editions:
        check_edition(path, edition, Words(roles, parameters, checklists, codes))
    years = _load(folders, "holidays", HolidayYear)
    return Catalogue(
        codes=MappingProxyType(codes),
        holidays=MappingProxyType({int(key): year for key, year in _keyed(years, "year").items()}),
        parameters=MappingProxyType(parameters),
        indicators=MappingProxyType(_keyed(_load(folders, "indicators", Indicator), "indicator")),
        roles=roles,
        plans=MappingProxyType(_keyed(_load(folders, "plans", PlanTemplate), "plan")),
        bulletins=MappingProxyType(_keyed(_load(folders, "bulletins", BulletinLayout), "bulletin")),
        cases=MappingProxyType({edition.name: edition for _, edition in editions}),
        english=MappingProxyType(_english(folders)),
        campaigns=MappingProxyType(_campaigns(folders)),
        assessments=MappingProxyType(_assessments(folders)),
        letters=MappingProxyType(_keyed(_load(folders, "letters", Letter), "letter")),
        digests=MappingProxyType(
            {edition.name: hashlib.sha256(path.read_bytes()).hexdigest() for path, edition in editions}
        ),
        checklists=MappingProxyType(checklists),
    )


def _load(
    folders: Sequence[Path], kind: str, grammar: type[Grammar], pattern: str = "*.yaml"
) -> list[tuple[Path, Grammar]]:
    files: dict[str, Path] = {}
    for folder in folders:
        for path in sorted((folder / kind).glob(pattern)):
            files[path.name] = path
    return [(path, load_file(path, grammar)) for _, path in sorted(files.items())]


def _keyed(files: list[tuple[Path, Grammar]], attribute: str) -> dict[str, Grammar]:
    """Index by the key inside the file, which must be the file's own name (before any edition)."""
    keyed: dict[str, Grammar] = {}
    for path, item in files:
        key = str(getattr(item, attribute))
        if path.name.split(".")[0] != key:
            raise CatalogueError(path.name, 1, attribute, Problem(NOT_ITS_NAME, key=key))
        keyed[key] = item
    return keyed


def _campaigns(folders: Sequence[Path]) -> dict[str, Campaign]:
    """By key and year, which is how the files are called."""
    found: dict[str, Campaign] = {}
    for path, campaign in _load(folders, "campaigns", Campaign):
        if path.stem != campaign.name:
            raise CatalogueError(path.name, 1, "campaign", Problem(NOT_ITS_NAME, key=campaign.name))
        found[campaign.name] = campaign
    return found


def _assessments(folders: Sequence[Path]) -> dict[str, Assessment]:
    """By key and edition, which is how the files are called; one that does not add up is refused."""
    found: dict[str, Assessment] = {}
    for path, edition in _load(folders, "assessments", Assessment):
        if path.stem != edition.name:
            raise CatalogueError(path.name, 1, "assessment", Problem(NOT_ITS_NAME, key=edition.name))
        check_assessment(path, edition)
        found[edition.name] = edition
    return found


def _english(folders: Sequence[Path]) -> dict[str, str]:
    """All words of all files together; two files that disagree about a word are a fault."""
    together: dict[str, str] = {}
    for path, file in _load(folders, "english", English):
        for word, english in file.words.items():
            if together.setdefault(word, english) != english:
                raise CatalogueError(path.name, 1, word, TWO_ENGLISH)
    return together


_folders: tuple[Path, ...] = ()


def use_folders(folders: Sequence[Path]) -> None:
    """Name the catalogue folders of this process: the shipped one, then the county's own."""
    global _folders, _written  # the one process-wide setting of this package, set once at start-up
    _folders = tuple(folders)
    _written = _days_written()
    catalogue.cache_clear()


def reread_if_written() -> None:
    """Read anew when another process has put an edition into one of the folders: a look at their days, no more."""
    global _written  # beside the cache it belongs to
    if (now := _days_written()) != _written:
        _written = now
        catalogue.cache_clear()


def _days_written() -> tuple[int, ...]:
    folders = (folder / kind for folder in _folders[1:] for kind in PROCEDURES)
    return tuple(path.stat().st_mtime_ns for path in folders if path.is_dir())


_written: tuple[int, ...] = ()


@functools.cache
def catalogue() -> Catalogue:
    """The catalogue of this process, read once."""
    return read_catalogue(_folders)
