"""Whether the rules of an edition can be judged: every fact, condition and parameter they name exists and is of its kind."""

from collections.abc import Iterator, Mapping

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.conditions.facts import Fact
from zhijia.schemes.conditions.grammar import Condition
from zhijia.schemes.eligibility import Sum
from zhijia.schemes.grants.walking import conditions_in, facts_in, parameters_in, sums_in
from zhijia.schemes.source import KeyPath

NO_FACT = gettext_noop("没有“%(word)s”这一项，请写 ask、facts 或 evidence 里的键，如%(known)s。")
NO_NAMED = gettext_noop("没有名为“%(word)s”的条件，请写 conditions 里的键。")
CIRCLE = gettext_noop("条件“%(word)s”绕回了自己，请改写。")
NO_ORDER = gettext_noop("“%(word)s”不是数额或日期，不能比较大小，请用 is 或 in。")
NO_YES = gettext_noop("“%(word)s”不是“是否”或材料，请用 field 加一种比较。")
NO_CHOICE = gettext_noop("“%(word)s”没有“%(value)s”这个选项，可选：%(allowed)s。")
NO_ROW = gettext_noop("table 按“%(word)s”取数，缺“%(value)s”的一行。")
NO_MONEY = gettext_noop("“%(word)s”不是金额（type: money），不能按它计算。")
STEP_HERE = gettext_noop("这里不能写 step：步骤的结果只用于 steps 的 when。")
NOTHING_DECIDED = gettext_noop("写了 grants，就要有一个步骤写 marks: granted，由它作出决定。")
NO_ONCE = gettext_noop("once_per 里的“%(word)s”没有问过，请写 ask 里的键，或 %(known)s。")
# What a payment may be made once for besides what was answered: the one applied for, the calendar year of application.
ONCE = ("applicant", "year")
Fault = tuple[KeyPath, Problem]


def rule_faults(edition: CaseEdition, facts: Mapping[str, Fact]) -> Iterator[Fault]:
    """(place, problem) for each word of the rules nobody can judge by."""
    known = "、".join(list(facts)[:8])
    lost = [(place, key) for place, key in facts_in(edition) if key not in facts]
    yield from ((place, Problem(NO_FACT, word=key, known=known)) for place, key in lost)
    if lost:
        return
    yield from _circles(edition)
    for place, top in conditions_in(edition):
        for node in top.walk():
            yield from ((place, problem) for problem in _node(node, place, edition, facts))
    for place, rule in sums_in(edition):
        yield from ((place, problem) for problem in _sum(rule, facts))
    for at, grant in enumerate(edition.grants):
        for word in grant.pays.once_per if grant.pays else ():
            if word not in edition.asks and word not in ONCE:
                yield ("grants", at, "pays", "once_per"), Problem(NO_ONCE, word=word, known="、".join(ONCE))
    if edition.grants and not any(step.marks == "granted" for step in edition.steps):
        yield ("grants",), Problem(NOTHING_DECIDED)


def unknown_parameters(edition: CaseEdition, parameters: Mapping[str, object]) -> Iterator[tuple[KeyPath, str]]:
    """Parameters named by the rules that nobody wrote."""
    yield from ((place, word) for place, word in parameters_in(edition) if word not in parameters)


def _node(node: Condition, place: KeyPath, edition: CaseEdition, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    if node.step and place[0] != "steps":
        yield Problem(STEP_HERE)
    if node.meets and node.meets not in edition.conditions:
        yield Problem(NO_NAMED, word=node.meets)
    if node.holds and facts[node.holds].kind not in ("flag", "paper"):
        yield Problem(NO_YES, word=node.holds)
    if node.order:
        kind, day = facts[node.field].kind, node.limit.day is not None or bool(node.limit.months_ago)
        if (kind == "date") != day or kind not in ("number", "money", "difference", "date"):
            yield Problem(NO_ORDER, word=node.field)
    fact = facts[node.field] if node.field else None
    for value in node.values:
        if fact is not None and fact.choices and value not in fact.choices:
            yield Problem(NO_CHOICE, word=fact.key, value=value, allowed="、".join(fact.choices))


def _sum(rule: Sum, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    if rule.table:
        yield from (
            Problem(NO_ROW, word=rule.table, value=value)
            for value in facts[rule.table].choices
            if value not in rule.rows
        )
    for key in (rule.share_of, rule.gap_from):
        if key and facts[key].places != 2:
            yield Problem(NO_MONEY, word=key)


def _circles(edition: CaseEdition) -> Iterator[Fault]:
    """A named condition must not meet itself, over however many others."""
    met = {key: [node.meets for node in named.when.walk() if node.meets] for key, named in edition.conditions.items()}
    for key in met:
        seen, todo = set(), list(met[key])
        while todo:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                todo += met.get(one, [])
        if key in seen:
            yield ("conditions", key), Problem(CIRCLE, word=key)
