"""Everything an edition names in its rules: conditions, amounts, parameters, facts; for the rulebook and for the check."""

from collections.abc import Iterator

from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.conditions.grammar import Amount, Condition
from zhijia.schemes.eligibility import Sum
from zhijia.schemes.source import KeyPath

Placed = tuple[KeyPath, Condition]


def conditions_in(edition: CaseEdition) -> Iterator[Placed]:
    """Every condition at its top, with its place in the file."""
    yield from ((("conditions", key, "when"), named.when) for key, named in edition.conditions.items())
    yield from ((("refuse_if", at, "when"), one.when) for at, one in enumerate(edition.refuse_if))
    yield from ((("evidence", at, "when"), one.when) for at, one in enumerate(edition.evidence) if one.when)
    yield from ((("steps", at, "when"), step.when) for at, step in enumerate(edition.steps) if step.when)
    if edition.eligible is not None:
        yield ("eligible",), edition.eligible
    for at, grant in enumerate(edition.grants):
        for branch in grant.pays.amount.first if grant.pays else ():
            yield ("grants", at, "pays", "amount"), branch.when


def sums_in(edition: CaseEdition) -> Iterator[tuple[KeyPath, Sum]]:
    """Every sum with the sums of its branches."""
    for at, grant in enumerate(edition.grants):
        if grant.pays:
            yield from _sums(("grants", at, "pays", "amount"), grant.pays.amount)


def _sums(place: KeyPath, rule: Sum) -> Iterator[tuple[KeyPath, Sum]]:
    yield place, rule
    for branch in rule.first:
        yield from _sums(place, branch.amount)


def amounts_in(edition: CaseEdition) -> Iterator[tuple[KeyPath, Amount]]:
    """Every amount compared with, paid or capped at."""
    for place, top in conditions_in(edition):
        yield from ((place, node.limit) for node in top.walk() if node.order)
    for place, rule in sums_in(edition):
        caps = [cap.at for cap in rule.caps]
        yield from ((place, one) for one in (rule.fixed, rule.gap_to, *rule.rows.values(), *caps) if one is not None)


def parameters_in(edition: CaseEdition) -> Iterator[tuple[KeyPath, str]]:
    """Every parameter its rules are judged by."""
    for place, amount in amounts_in(edition):
        yield from ((place, word) for word in amount.parameters)
    for place, rule in sums_in(edition):
        if isinstance(rule.percent, str):
            yield place, rule.percent
    for at, grant in enumerate(edition.grants):
        if grant.stands and isinstance(grant.stands.months, str):
            yield ("grants", at, "stands", "months"), grant.stands.months


def facts_in(edition: CaseEdition) -> Iterator[tuple[KeyPath, str]]:
    """Every fact and paper its rules read."""
    for place, top in conditions_in(edition):
        yield from ((place, key) for node in top.walk() for key in node.names)
    for place, rule in sums_in(edition):
        yield from ((place, key) for key in (rule.table, rule.share_of, rule.gap_from) if key)
    for place, amount in amounts_in(edition):
        yield from ((place, key) for key in amount.fields)
    for at, paper in enumerate(edition.evidence):
        yield from ((("evidence", at, "proves"), key) for key in paper.proves)
    for name, fact in edition.facts.items():
        yield from ((("facts", name, "difference"), key) for key in fact.difference or ())
