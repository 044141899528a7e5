"""What the terminal says of an edition: its rules in sentences, and an example file worked out case by case."""

import datetime as dt
from pathlib import Path
from typing import Any

from django.utils.translation import gettext

from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.conditions.wording import judged_lines
from zhijia.schemes.grants.sums import yuan_words
from zhijia.schemes.load import load_file
from zhijia.schemes.sentences import parts_of
from zhijia.schemes.trying import VERDICTS, Examples, Tried, try_out
from zhijia.schemes.words import said

NO_FILE = gettext_noop("没有文件%(file)s，请核对路径。")
NOT_AS_EXPECTED = gettext_noop("%(count)s例与预期不符，请核对制度文件或试算文件。")
SIGNS = {True: "+", False: "-", None: "?"}


def edition_for_words(key: str) -> CaseEdition | None:
    """An edition by its name, or the newest of a procedure; None for anything else."""
    held = catalogue().cases
    found = [one for one in held.values() if one.case == key]
    return held.get(key) or max(found, key=lambda one: one.edition, default=None)


def rule_words(edition: CaseEdition, on: dt.date) -> list[str]:
    """Part by part, each line indented by its depth."""
    lines = [f"{said(edition.title)} {edition.name}"]
    for part in parts_of(edition, catalogue(), on):
        lines += ["", gettext(part.title)]
        lines += [f"{'  ' * (line.depth + 1)}{line.words.sentence(gettext)}" for line in part.lines]
    return lines


def tried(path: Path) -> list[Tried]:
    """Every example of a file; NotFound when there is none."""
    if not path.is_file():
        raise NotFound(NO_FILE, file=str(path))
    return [*try_out(load_file(path, Examples), catalogue())]


def tried_data(found: list[Tried]) -> list[dict[str, Any]]:
    """Plainly, for other programs."""
    return [
        {
            "name": one.example.name, "verdict": VERDICTS[one.decision.verdict], "yuan": one.decision.fen / 100,
            "missing": [gap.key for gap in one.decision.missing], "ruled_out": one.decision.ruled_out,
            "changes": [[change.fact.key for change in some] for some in one.decision.changes],
            "faults": [fault.sentence(gettext) for fault in one.faults],
        }
        for one in found
    ]  # fmt: skip


def tried_words(found: list[Tried]) -> list[str]:
    """Each example with its verdict, sums, reasons, and what was expected otherwise."""
    lines: list[str] = []
    for one in found:
        lines.append(f"{one.example.name}：{one.decision.sentence.sentence(gettext)}")
        for clause in one.decision.clauses:
            if clause.kind == "eligible":
                lines += [
                    f"  {'  ' * line.depth}{SIGNS[line.verdict]} {line.words.sentence(gettext)}"
                    for line in judged_lines(clause.judged, one.book)
                ]
        for grant in one.decision.grants:
            if grant.worked:
                amount = yuan_words(grant.worked.fen).sentence(gettext)
                lines.append(
                    f"  {said(grant.label)} {amount}（{grant.worked.how.sentence(gettext)}）{said(grant.worked.cap)}"
                )
        lines += [f"  ! {fault.sentence(gettext)}" for fault in one.faults]
    return lines


def expectations_met(found: list[Tried]) -> None:
    """Problem when any example came out otherwise than written."""
    wrong = sum(bool(one.faults) for one in found)
    if wrong:
        raise Problem(NOT_AS_EXPECTED, count=wrong)
