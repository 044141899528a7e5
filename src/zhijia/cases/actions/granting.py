"""Granting: a step that grants goes through only when every condition is met; what it grants is kept with the record."""

from collections.abc import Mapping
from typing import Any

from zhijia.cases.models import Case
from zhijia.cases.rules.judged import decision_on, known_from
from zhijia.cases.rules.limits import Limits
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.grants import Granted
from zhijia.schemes.grants.deciding import once_keys

NOT_NOW = gettext_noop("现在不能批准：%(reason)s请补齐后再办，或选择不予批准、退回。")


def granted(edition: CaseEdition, case: Case, seen: Mapping[str, Any], limits: Limits) -> list[dict[str, Any]]:
    """What the case brings on the facts seen now; Problem with the reason while a condition is open or not met."""
    found = decision_on(edition, seen, limits.book)
    if found is None:
        return []
    if not found.verdict:
        raise Problem(NOT_NOW, reason=found.sentence)
    known = known_from(seen, limits.book)
    plain = {"year": str(limits.book.on.year), "applicant": f"{case.register}:{case.subject}"}
    return [
        _kept(one, once_keys(one.grant.pays.once_per, known, plain) if one.grant.pays else ()) for one in found.grants
    ]


def _kept(one: Granted, once: tuple[str, ...]) -> dict[str, Any]:
    """A grant as the record keeps it: money in fen, the cap that cut it, what it is paid once for."""
    pays, stands = one.grant.pays, one.grant.stands
    if pays is not None:
        assert one.worked is not None
        return {
            "label": pays.label, "kind": pays.kind, "fund": pays.fund, "fen": one.worked.fen,
            "computed": one.worked.computed, "cap": one.worked.cap, "how": str(one.worked.how), "once": list(once),
        }  # fmt: skip
    assert stands is not None
    return {"label": stands.label, "standing": stands.standing, "months": stands.months}
