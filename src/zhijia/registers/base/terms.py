"""Terms: the public vocabulary of a register. A term is a named condition with at most one typed argument.

Indicators, list filters and later eligibility all speak in these words, so a figure and the list behind it
cannot differ. A term builds a Q; it never touches the clock.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Q
from django.utils.functional import Promise

from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.indicators import Condition

NEVER = Span(dt.date.min, dt.date.min)
_CAMPAIGN_WORDS = gettext_noop("campaigns 中的键")
ArgumentKind = Literal["none", "day", "span", "number", "code"]
UNKNOWN = gettext_noop("台账“%(register)s”没有条件“%(term)s”，可用的条件：%(known)s。")
WRONG_ARGUMENT = gettext_noop("条件“%(term)s”的参数“%(value)s”不合要求，应为%(kind)s。")


@dataclass(frozen=True)
class Term:
    """One word of the vocabulary; `codes` names the code list of a code argument.

    `asks_others`: the condition asks other rows than its own, so it is built with the window beside the argument and
    looks at them as they were on its day and as known at its moment.
    `offers`: what a code argument may be, when that stands in a table and not in a code list.
    `apart`: such a condition is costly, so counting puts it before the whole query instead of into every column.
    """

    key: str
    label: str | Promise
    build: Callable[..., Q]
    argument: ArgumentKind = "none"
    codes: str = ""
    asks_others: bool = False
    apart: bool = False
    offers: Callable[[], Sequence[tuple[str, str]]] | None = None


def term(
    key: str,
    label: str | Promise,
    argument: ArgumentKind = "none",
    codes: str = "",
    *,
    asks_others: bool = False,
    apart: bool = False,
    offers: Callable[[], Sequence[tuple[str, str]]] | None = None,
) -> Callable[[Callable[..., Q]], Term]:
    """Make a term of a function that returns a Q; it takes the argument's value if any, and `window` if it asks others."""

    def make(build: Callable[..., Q]) -> Term:
        return Term(key, label, build, argument, codes, asks_others or apart, apart, offers)

    return make


@dataclass(frozen=True)
class Applied:
    """A term with its argument worked out for a window, possibly turned round."""

    term: Term
    window: Window
    value: Any = None
    negated: bool = False

    def q(self) -> Q:
        """The condition."""
        values = () if self.term.argument == "none" else (self.value,)
        made = self.term.build(*values, **({"window": self.window} if self.term.asks_others else {}))
        return ~made if self.negated else made


def apply(condition: Condition, terms: Mapping[str, Term], window: Window, register: str) -> Applied:
    """Read one `where` item of the catalogue; Problem for a word or argument the register does not know."""
    if isinstance(condition, dict) and "not" in condition:
        inner = apply(condition["not"], terms, window, register)  # type: ignore[arg-type]
        return Applied(inner.term, window, inner.value, not inner.negated)
    key, raw = (condition, None) if isinstance(condition, str) else next(iter(condition.items()))
    if key not in terms:
        raise Problem(UNKNOWN, register=register, term=key, known="、".join(sorted(terms)))
    found = terms[key]
    return Applied(found, window, argument_value(found, raw, window))


def term_key(condition: Condition) -> str:
    """The term a `where` item names, however it is turned or argued."""
    if isinstance(condition, str):
        return condition
    key, inner = next(iter(condition.items()))
    return term_key(inner) if key == "not" else key  # type: ignore[arg-type]


def argument_value(term: Term, raw: Any, window: Window) -> Any:
    """The argument as the term's type; words like at-period-end and in-year are taken from the window."""
    if term.argument == "none" and raw is None:
        return None
    if isinstance(raw, dict) and "parameter" in raw:
        raw = catalogue().number(str(raw["parameter"]), window.as_of)
    if isinstance(raw, dict) and "campaign" in raw:
        raw = _campaign_span(term, str(raw["campaign"]), window.as_of.year)
    every: dict[str, dict[str, Any]] = {
        "day": {"at-period-end": window.as_of, "at-period-start": window.first},
        "span": {
            "in-period": window.span, "in-year": window.year, "in-month": window.month,
            "last-12-months": window.months(12), "last-36-months": window.months(36),
        },
    }  # fmt: skip
    words = every.get(term.argument, {})
    try:
        value = words.get(raw, raw) if isinstance(raw, str) else raw
        return _READERS[term.argument](value)
    except (ValueError, TypeError):
        raise Problem(WRONG_ARGUMENT, term=term.key, value=raw, kind=Problem(_KIND_WORDS[term.argument])) from None


def _campaign_span(term: Term, key: str, year: int) -> Span:
    """The days of a campaign in a year; no day at all in a year without it. Problem for a campaign nobody wrote."""
    campaigns = catalogue().campaigns
    if f"{key}.{year}" in campaigns:
        return campaigns[f"{key}.{year}"].span
    if key not in {each.campaign for each in campaigns.values()}:
        raise Problem(WRONG_ARGUMENT, term=term.key, value=key, kind=Problem(_CAMPAIGN_WORDS))
    return NEVER


def _day(value: Any) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)


def _span(value: Any) -> Span:
    if isinstance(value, Span):
        return value
    first, last = str(value).split("..")
    return Span(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def _none(value: Any) -> None:
    raise ValueError(value)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "none": _none, "day": _day, "span": _span, "number": int, "code": str,
}  # fmt: skip
_KIND_WORDS: Mapping[str, str] = {
    "none": gettext_noop("没有参数"),
    "day": gettext_noop("日期"),
    "span": gettext_noop("起止日期"),
    "number": gettext_noop("整数"),
    "code": gettext_noop("代码"),
}
