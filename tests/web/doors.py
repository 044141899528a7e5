"""Every address of the house, with its blanks filled from the small world: new screens are covered by being there.

A screen whose address has a blank that is not known here adds a line to BLANKS (by the name of the blank) or to
NAMED (by the name of the address, when one word means different things). Values are called with the world.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.world import NOW, TODAY, World
from zhijia.bulletins.models import Bulletin
from zhijia.cases.actions import open_case
from zhijia.registers.base.register import register_of
from zhijia.targets.models import Order, Plan, Target


def case_of_hede(world: World) -> int:
    """Number of a founding case that 合德 has opened (once)."""
    told = {"procedure": "founding", "row": world.employer["合德镇未建"], "answers": {}, "on": TODAY, "at": NOW}
    return int(open_case(by=world.post["hede"], key="door", **told).pk)


Filler = Callable[[World], Any]


def _first(model: type[Model]) -> int:
    """The first of its kind in the small world, or a number nobody has."""
    return int(model._default_manager.order_by("pk").values_list("pk", flat=True).first() or 1)


MEMBER, UNION = "organising.member", "organising.union"

BLANKS: Mapping[str, Filler] = {
    "key": lambda world: MEMBER,
    "number": lambda world: world.members[0].pk,
    "organisation": lambda world: world.org["合德纺织"].pk,
    "pk": lambda world: 1,
    "name": lambda world: "masked_id",
    "step": lambda world: "withdraw",
    "round": lambda world: world.round.pk,
    "campaign": lambda world: "founding-month.2014",
    "listed": lambda world: world.listed.pk,
    "nail": lambda world: world.nail.pk,
    "employer": lambda world: world.employer["合德镇未建"].pk,
    "case": case_of_hede,
    "procedure": lambda world: "founding",
    "objection": lambda world: 1,
}
# The same word, told apart by what its place in the address can take.
KINDS: Mapping[tuple[str, str], Filler] = {("key", "slug"): lambda world: "members"}
ANY: Mapping[str, Any] = {
    "int": 1,
    "slug": "x",
    "str": "x",
    "path": "x",
    "uuid": "00000000-0000-0000-0000-000000000001",
}
NAMED: Mapping[str, Mapping[str, Filler]] = {
    **{name: {"number": lambda world: _first(Bulletin)} for name in ("bulletin", "bulletin-paper", "restatement")},
    **{name: {"number": lambda world: _first(Order)} for name in ("order", "order-paper")},
    "matrix-units": {"organisation": lambda world: world.org["合德镇"].pk},
    "target": {"number": lambda world: _first(Target)},
    "plan": {"number": lambda world: _first(Plan)},
    "person": {"number": lambda world: world.post["hede"].user_id},
    "union-close": {"number": lambda world: world.union["合德纺织"].pk},
    "election-check": {"number": lambda world: register_of("organising.election").model._default_manager.first().pk},  # type: ignore[union-attr]
    "chair-check": {"number": lambda world: register_of("organising.chair-check").model._default_manager.first().pk},  # type: ignore[union-attr]
    "evidence": {"number": lambda world: 1},
    "followup-new": {
        "key": lambda world: "organising.meeting",
        "number": lambda world: world.met["planned"].pk,
    },
    "followup-step": {"number": lambda world: world.met["late"].pk, "step": lambda world: "progress"},
    "my-paper": {"application": lambda world: world.members[0].pk},
    "my-confirm": {"payment": lambda world: world.paid.pk},
    "fund": {"number": lambda world: world.paid.fund_id},
    "batch": {"number": lambda world: world.paid.sheet_id},
    "batch-advance": {"number": lambda world: world.paid.sheet_id},
    "batch-bank": {"number": lambda world: world.paid.sheet_id, "form": lambda world: "csv"},
    "batch-results": {"number": lambda world: world.paid.sheet_id},
    "payment-drop": {"number": lambda world: world.paid.sheet_id, "payment": lambda world: world.paid.pk},
    "payment-release": {"number": lambda world: world.paid.sheet_id, "payment": lambda world: world.paid.pk},
    "meeting-issue": {"number": lambda world: world.met["planned"].pk, "which": lambda world: "notice"},
    "meeting-paper": {
        "number": lambda world: world.met["planned"].pk,
        "which": lambda world: "notice",
        "form": lambda world: "pdf",
    },
    "evidence-remove": {"number": lambda world: 1},
    "catalogue-edition": {"edition": lambda world: "founding.2014"},
    "catalogue-compare": {"edition": lambda world: "autumn-study.2025", "other": lambda world: "autumn-study.2024"},
}
# Addresses of the sign-in library: they show nothing of the county and are tested with it.
OUTSIDE = ("account", "mfa", "socialaccount", "set_language")


@dataclass(frozen=True)
class Door:
    """One address: its full name and the blanks in it, each with the kind of text it takes (int, slug, str)."""

    name: str
    blanks: tuple[tuple[str, str], ...]

    def url(self, world: World) -> str:
        """The address with every blank filled by name of address, name of blank, or at least by kind."""
        own = NAMED.get(self.name, {})
        return reverse(self.name, kwargs={blank: self._filled(blank, kind, own, world) for blank, kind in self.blanks})

    @staticmethod
    def _filled(blank: str, kind: str, own: Mapping[str, Filler], world: World) -> Any:
        filler = own.get(blank) or KINDS.get((blank, kind)) or BLANKS.get(blank)
        return filler(world) if filler else ANY[kind]


def doors() -> list[Door]:
    """All named addresses of the house, in order."""
    found = {door.name: door for door in _walk(get_resolver().url_patterns, "")}
    return [door for name, door in sorted(found.items()) if not name.startswith(OUTSIDE)]


def _walk(patterns: list[Any], space: str) -> Iterator[Door]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            kinds = pattern.pattern.converters.items()
            yield Door(f"{space}{pattern.name}", tuple((name, _kind(converter)) for name, converter in kinds))


def _kind(converter: Any) -> str:
    return type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
