"""Examples of an edition (试算): facts as a clerk writes them, and what is expected of each; read by command, page and tests."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pydantic import Field

from zhijia.kit.money import yuan
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import Catalogue
from zhijia.schemes.conditions import Rulebook
from zhijia.schemes.conditions.reading import Known
from zhijia.schemes.grants import Decision, book_of, grants_of
from zhijia.schemes.grants.known import known_of
from zhijia.schemes.load import Strict

Expected = Literal["granted", "refused", "open"]
VERDICTS: Mapping[bool | None, Expected] = {True: "granted", False: "refused", None: "open"}
WORDS: Mapping[Expected, str] = {
    "granted": gettext_noop("符合条件"), "refused": gettext_noop("不符合条件"), "open": gettext_noop("还不能判断"),
}  # fmt: skip
NO_EDITION = gettext_noop("没有制度版本“%(name)s”，现有：%(known)s。")
NO_FACT = gettext_noop("试算“%(case)s”：没有“%(word)s”这一项，可写：%(known)s。")
BAD_VALUE = gettext_noop("试算“%(case)s”：“%(word)s”的值“%(value)s”看不懂，请改正。")
NO_RULES = gettext_noop("“%(name)s”没有写资格条件和资助标准，没有可试算的。")
OTHER_VERDICT = gettext_noop("应为%(wanted)s，算得%(found)s")
OTHER_SUM = gettext_noop("应为%(wanted)s元，算得%(found)s元")
OTHER_MISSING = gettext_noop("应缺%(wanted)s，算得缺%(found)s")


class Example(Strict):
    """One case: its facts by key, the papers handed in ("all": every one), and what is expected."""

    name: str
    facts: dict[str, str | bool | int | Decimal | dt.date]
    papers: Literal["all"] | tuple[str, ...] = "all"
    day: dt.date | None = None
    expect: Expected
    amount: Decimal | None = Field(None, description="yuan in all")
    missing: tuple[str, ...] = ()


class Examples(Strict):
    """A file of them for one edition."""

    edition: str
    day: dt.date = Field(description="day of application")
    facts: dict[str, str | bool | int | Decimal | dt.date] = Field(
        default={}, description="what all cases have in common"
    )
    cases: tuple[Example, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Tried:
    """One example with what the edition makes of it; `faults` is empty when that is what was expected."""

    example: Example
    decision: Decision
    book: Rulebook
    faults: tuple[Problem, ...]


def try_out(examples: Examples, catalogue: Catalogue) -> Iterator[Tried]:
    """Every example judged by its edition; Problem for an edition, fact or value that cannot be read."""
    edition = catalogue.cases.get(examples.edition)
    if edition is None:
        raise Problem(NO_EDITION, name=examples.edition, known="、".join(sorted(catalogue.cases)))
    if not edition.decides:
        raise Problem(NO_RULES, name=examples.edition)
    for example in examples.cases:
        book = book_of(edition, example.day or examples.day, catalogue)
        decision = grants_of(edition, known_in(example, examples, edition, book), book)
        yield Tried(example, decision, book, tuple(_faults(example, decision)))


def known_in(example: Example, examples: Examples, edition: CaseEdition, book: Rulebook) -> Known:
    """The facts of an example as conditions read them."""
    told = {**examples.facts, **example.facts}
    papers = [paper.key for paper in edition.evidence] if example.papers == "all" else example.papers
    for word in (*told, *papers):
        if word not in book.facts:
            raise Problem(NO_FACT, case=example.name, word=word, known="、".join(book.facts))
    known: dict[str, object] = {}
    for key, value in told.items():
        try:
            known |= known_of(book.facts, {key: value})
        except (ValueError, ArithmeticError):
            raise Problem(BAD_VALUE, case=example.name, word=key, value=value) from None
    return known_of(book.facts, known, papers)


def _faults(example: Example, decision: Decision) -> Iterator[Problem]:
    found = VERDICTS[decision.verdict]
    if found != example.expect:
        yield Problem(OTHER_VERDICT, wanted=Problem(WORDS[example.expect]), found=Problem(WORDS[found]))
    if example.amount is not None and yuan(example.amount) != decision.fen:
        yield Problem(OTHER_SUM, wanted=example.amount, found=Decimal(decision.fen) / 100)
    lacking = [one.key for one in decision.missing]
    if example.missing and set(lacking) != set(example.missing):
        yield Problem(OTHER_MISSING, wanted="、".join(example.missing), found="、".join(lacking))
