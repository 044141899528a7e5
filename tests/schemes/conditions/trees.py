"""A vocabulary of every kind of fact, cases with gaps, and arbitrary trees over both."""

import datetime as dt
import random
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from zhijia.schemes.conditions import Condition, Fact, Rulebook, Value
from zhijia.schemes.conditions.grammar import Named

ON = dt.date(2014, 8, 20)
DAYS = [dt.date(2013, 8, 19), dt.date(2013, 8, 20), dt.date(2013, 8, 21), ON]
YUAN = [Decimal(text) for text in ("0", "0.01", "799.99", "800", "800.01", "1600", "-5", "28800")]
COUNTS = [Decimal(number) for number in (0, 1, 2, 3, 7)]
FACTS = {
    fact.key: fact
    for fact in (
        Fact("income", "家庭年收入", "money", places=2, proofs=("income-proof",)),
        Fact("cost", "认定刚性支出", "money", places=2),
        Fact("net", "家庭年纯收入", "difference", places=2, parts=("income", "cost")),
        Fact("family", "家庭人口", "number", unit="人"),
        Fact("grade", "平均成绩", "number", unit="分", places=1),
        Fact("since", "建档日期", "date"),
        Fact("stage", "就读学段", "choice", choices={"21": "高中", "32": "本科"}),
        Fact("card", "持有特困职工证", "flag", complete="先办理困难职工建档", may_become=(True,)),
        Fact("car", "名下有机动车", "flag"),
        Fact("income-proof", "收入证明", "paper"),
        Fact("letter", "录取通知书", "paper"),
    )
}
NUMBERS = {"line": Decimal(800), "share": Decimal("37.5"), "months": Decimal(12)}
TITLES = {"line": ("低保标准", "元"), "share": ("比例", "%"), "months": ("月数", "个月")}
NAMED = {
    "poor": Named.model_validate(
        {"title": "深度困难", "when": {"field": "net", "lt": {"parameter": "line", "times": 12, "each": "family"}}}
    )
}
BOOK = Rulebook(FACTS, NAMED, NUMBERS, TITLES, ON)
QUANTITIES = ("income", "cost", "net", "family", "grade")


def cases(count: int, seed: int = 11) -> list[dict[str, Value | None]]:
    """So many cases, each fact missing in every fourth."""
    rng = random.Random(seed)
    every: dict[str, list[Any]] = {
        "income": YUAN, "cost": YUAN, "family": COUNTS, "grade": [Decimal("59.9"), Decimal(60), Decimal("60.1")],
        "since": DAYS, "stage": ["21", "32"], "card": [True, False], "car": [True, False],
    }  # fmt: skip
    made = []
    for _ in range(count):
        case = {key: rng.choice(values) if rng.random() < 0.75 else None for key, values in every.items()}
        made.append({**case, "income-proof": rng.random() < 0.6 or None, "letter": rng.random() < 0.6 or None})
    return made


def amounts() -> st.SearchStrategy[dict[str, Any]]:
    """What a quantity may be compared with."""
    numbers = st.sampled_from([0, 1, 3, 800, Decimal("0.5"), Decimal("799.995"), -7])
    times = st.lists(st.sampled_from([2, Decimal("0.25"), "line", "months"]), max_size=2)
    bases = st.one_of(
        st.builds(lambda n: {"number": n}, numbers), st.just({"parameter": "line"}),
        st.builds(lambda key: {"field": key}, st.sampled_from(QUANTITIES)),
    )  # fmt: skip
    more = st.fixed_dictionaries(
        {}, optional={"times": times, "each": st.just("family"), "percent": st.sampled_from([80, "share"])}
    )
    return st.builds(lambda base, rest: {**base, **rest}, bases, more)


def leaves() -> st.SearchStrategy[dict[str, Any]]:
    """Every kind of leaf."""
    order = st.sampled_from(["lt", "le", "gt", "ge"])
    days = st.sampled_from([*DAYS, {"months_ago": 12}, {"months_ago": "months"}])
    return st.one_of(
        st.builds(lambda key, how, amount: {"field": key, how: amount}, st.sampled_from(QUANTITIES), order, amounts()),
        st.builds(lambda how, day: {"field": "since", how: day}, order, days),
        st.builds(lambda words: {"field": "stage", "in": words}, st.lists(st.sampled_from(["21", "32", "9"]), min_size=1)),
        st.builds(lambda word: {"field": "stage", "is": word}, st.sampled_from(["21", "32"])),
        st.builds(lambda so: {"field": "car", "is": so}, st.booleans()),
        st.builds(lambda key: {"holds": key}, st.sampled_from(["card", "car", "letter", "income-proof"])),
        st.just({"meets": "poor"}),
    )  # fmt: skip


def trees() -> st.SearchStrategy[Condition]:
    """Any tree."""
    written = st.recursive(
        leaves(),
        lambda below: st.one_of(
            st.builds(lambda word, parts: {word: parts}, st.sampled_from(["all", "any"]), st.lists(below, min_size=1, max_size=3)),
            st.builds(lambda part: {"not": part}, below),
        ),
        max_leaves=8,
    )  # fmt: skip
    return written.map(Condition.model_validate)
