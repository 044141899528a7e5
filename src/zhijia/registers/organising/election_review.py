"""An election held against the rules: gathering what the rules need to know of it and of what came before."""

from collections.abc import Sequence
from typing import Any

from zhijia.registers.organising.elections import Election
from zhijia.registers.organising.employers import Employer
from zhijia.registers.organising.rules.chair import runs_as_enterprise
from zhijia.registers.organising.rules.checked import Checked
from zhijia.registers.organising.rules.election_facts import ElectionFacts
from zhijia.registers.organising.rules.elections import election_points
from zhijia.registers.organising.terms import UnionTerm

COPIED = [name for name in ElectionFacts.__dataclass_fields__ if hasattr(Election, name)]


def facts_of(row: Any) -> ElectionFacts:
    """What the rules need to know of an election: its own counts, the union's kind, what came before it."""
    earlier = UnionTerm.objects.living().filter(union=row.union_id, starts_on__lt=row.held_on)
    last_term = earlier.order_by("-starts_on", "-number").first()
    before = Election.objects.living().filter(union=row.union_id, held_on__lt=row.held_on).exclude(pk=row.pk)
    last = before.order_by("-held_on").first()
    return ElectionFacts(
        **{name: getattr(row, name) for name in COPIED},
        enterprise=runs_as_enterprise(row.union.unit_kind),
        party=Employer.objects.living().filter(union=row.union_id, has_party_org=True).exists(),
        previous_due=last_term.due_on if last_term else None,
        previous_held=last.held_on if last else None,
    )


def points_of_election(row: Any) -> Sequence[Checked]:
    """The election held against the rules."""
    return election_points(facts_of(row))
