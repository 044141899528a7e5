"""Editions in use: which one a new case runs under, whether its file is still the one it was opened with, its numbers."""

import datetime as dt
from collections.abc import Iterator

from zhijia.cases.models import Case, EditionUse
from zhijia.cases.rules.limits import Limits
from zhijia.kit.problem import Conflict, NotFound, Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.deadlines import work_calendar
from zhijia.schemes.grants import book_of

NO_PROCEDURE = gettext_noop("没有“%(key)s”这项办理事项，请在制度目录中登记。")
CHANGED = gettext_noop("制度文件%(file)s在使用后被改动，请恢复原文件；要改规则请另写新的一版。")
GONE = gettext_noop("在用的制度文件%(file)s不见了，请恢复原文件。")
NEAR = "case.near-days"


def edition_for(key: str, on: dt.date) -> CaseEdition:
    """The edition a case opened on a day runs under: the newest not later than its year, else the first."""
    found = sorted((one for one in catalogue().cases.values() if one.case == key), key=lambda one: one.edition)
    if not found:
        raise NotFound(NO_PROCEDURE, key=key)
    return next((one for one in reversed(found) if one.edition <= on.year), found[0])


def edition_before(edition: CaseEdition) -> CaseEdition | None:
    """The edition of the same procedure that a newer one follows; one of the same name counts as that."""
    earlier = [one for one in catalogue().cases.values() if one.case == edition.case and one.edition <= edition.edition]
    return max(earlier, key=lambda one: one.edition, default=None)


def edition_of(case: Case) -> CaseEdition:
    """The edition a case keeps to its end; Conflict when its file is not the one the case was opened under."""
    edition = catalogue().cases.get(case.edition)
    if edition is None:
        raise Conflict(GONE, file=_file(case.edition))
    if catalogue().digests[case.edition] != case.digest:
        raise Conflict(CHANGED, file=_file(case.edition))
    return edition


def changed_editions() -> Iterator[Problem]:
    """Editions in use whose file has changed or gone, by name; the start-up check stops on the first."""
    for use in EditionUse.objects.all():
        digest = catalogue().digests.get(use.edition)
        if digest != use.digest:
            yield Problem(GONE if digest is None else CHANGED, file=_file(use.edition))


def limits_of(edition: CaseEdition, applied_on: dt.date) -> Limits:
    """The numbers that govern a case applied for on a day."""
    book = catalogue()
    numbers = {word: int(book.number(word, applied_on)) for word in edition.numbers}
    return Limits(numbers, int(book.number(NEAR, applied_on)), work_calendar(), book_of(edition, applied_on, book))


def _file(edition: str) -> str:
    return f"{edition}.yaml"
