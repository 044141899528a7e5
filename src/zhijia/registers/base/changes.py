"""What differs between two versions of a fact, in words."""

from dataclasses import dataclass
from typing import Any

from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Register
from zhijia.registers.base.show import shown_value

SILENT = {
    "id", "since", "until", "recorded_at", "recorded_by", "known_until", "version_of", "batch",
    "search", "sort_pinyin", "sort_stroke",
}  # fmt: skip
# They differ, but another field of the same row tells it: the number of the minutes stands for paper and fingerprint.
UNTOLD = {"minutes", "minuted_hash"}


@dataclass(frozen=True)
class FieldChange:
    """One field that differs; sealed fields carry no values."""

    name: str
    old: Any
    new: Any
    sealed: bool


def changes_between(register: Register, old: Fact, new: Fact) -> list[FieldChange]:
    """Fields of the model that differ, derived and technical ones left out."""
    changed = []
    for field in register.model._meta.concrete_fields:
        if field.name in SILENT:
            continue
        before, after = getattr(old, field.attname), getattr(new, field.attname)
        if before != after:
            sealed = field.name.endswith(("_sealed", "_digest", "_tail"))
            changed.append(FieldChange(field.name, getattr(old, field.name), getattr(new, field.name), sealed))
    return changed


def described(register: Register, changes: list[FieldChange]) -> str:
    """The changes as one clause each: 职工总数 120→135. Values of sealed fields never appear."""
    clauses: dict[str, None] = {}
    for change in changes:
        if change.name in UNTOLD:
            continue
        field = register.model._meta.get_field(change.name)
        label = str(field.verbose_name)  # type: ignore[union-attr]
        if change.sealed:
            clauses[label] = None
            continue
        old, new = (shown_value(register, change.name, value) or "—" for value in (change.old, change.new))
        clauses[f"{label} {old}→{new}"] = None
    return "，".join(clauses)
