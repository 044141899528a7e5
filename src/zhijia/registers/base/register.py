"""The descriptor of a register: from it come list, filters, detail, form, template, import, export, API and history."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db.models import Q
from django.utils.functional import Promise

from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.registers.base.models import Fact
from zhijia.registers.base.terms import Applied, Term
from zhijia.registers.base.terms import apply as apply_term
from zhijia.registers.base.window import Window
from zhijia.schemes.indicators import Condition

Label = str | Promise
ColumnKind = Literal["text", "code", "date", "number", "money", "flag", "masked", "organisation", "link", "long"]
NO_REGISTER = gettext_noop("没有台账“%(key)s”，现有台账：%(known)s。")


@dataclass(frozen=True)
class Column:
    """One column: `name` is a field of the model, or a dotted path for columns that are only shown.

    listed: in the list at first sight. sheet: in template, import and export. form: may be typed.
    money columns hold whole fen and are shown in yuan.
    masked columns name a property that shows the masked form; `reveal` names the property with the full value.
    """

    name: str
    label: Label = ""
    kind: ColumnKind = "text"
    codes: str = ""
    group: Label = ""
    listed: bool = False
    sheet: bool = True
    form: bool = True
    required: bool = False
    sort: str = ""
    aliases: tuple[str, ...] = ()
    reveal: str = ""
    help: Label = ""
    register: str = ""


@dataclass(frozen=True)
class Slot:
    """A place for evidence: what it is called and why it is asked for.

    on_demand: asked for by one step of work only, so a record shows it once something stands there.
    """

    key: str
    label: Label
    reason: Label
    required: bool = False
    on_demand: bool = False


@dataclass(frozen=True)
class Register:
    """One register. `area` is its permission word in roles.yaml: `<area>.view`, `<area>.edit`.

    begins: the date column from which a new fact is true (asked separately when there is none).
    bulk: code and flag columns that may be set for many rows at once. searched: where the search text stands.
    sought: a condition for what was typed when it is a personal number or a part of one, else None.
    fresh: what a new row typed on the page further needs (its first state).
    guard: what else may forbid a row that a person writes; unlike `check` it may ask other rows, so bulk work skips it.
    typed: rows may be typed and imported; else they come from steps of the work alone.
    void_verb: what voiding asks for when it is more than `<area>.edit`. lasts: why a row can be voided no more.
    """

    key: str
    label: Label
    purpose: Label
    area: str
    model: type[Fact]
    columns: tuple[Column, ...]
    terms: Mapping[str, Term]
    filters: tuple[str, ...] = ()
    ordering: tuple[str, ...] = ("-id",)
    totals: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    levels: tuple[str, ...] = ("county", "committee", "union")
    title: Callable[[Any], str] = str
    identity: tuple[str, ...] = ()
    check: Callable[[Any], Sequence[Any]] = field(default=lambda row: ())
    related: tuple[str, ...] = ("organisation",)
    links: tuple[tuple[str, str, Label], ...] = ()
    begins: str = ""
    bulk: tuple[str, ...] = ()
    searched: str = "search"
    sought: Callable[[str], Q | None] = field(default=lambda typed: None)
    fresh: Callable[[dict[str, Any]], dict[str, Any]] = field(default=lambda values: values)
    guard: Callable[[Any], Iterable[Problem]] = field(default=lambda row: ())
    typed: bool = True
    void_verb: str = ""
    lasts: Callable[[Any], Iterable[Problem]] = field(default=lambda row: ())

    @property
    def voids(self) -> str:
        """The verb that voiding a row asks for."""
        return self.void_verb or f"{self.area}.edit"

    def column(self, name: str) -> Column:
        """A column by name; KeyError when there is none."""
        return next(column for column in self.columns if column.name == name)

    def label_of(self, column: Column) -> Label:
        """The column's label: its own, else the field's verbose name."""
        return column.label or self.model._meta.get_field(column.name).verbose_name  # type: ignore[union-attr]

    def applied(self, conditions: Sequence[Condition], window: Window) -> list[Applied]:
        """`where` items of the catalogue read against this register's vocabulary."""
        return [apply_term(condition, self.terms, window, str(self.label)) for condition in conditions]

    def asked(self, key: str, value: Any, window: Window) -> Q:
        """One term of the vocabulary with an argument of its own type; KeyError for a word it does not have."""
        return Applied(self.terms[key], window, value).q()

    def where(self, conditions: Sequence[Condition], window: Window) -> Q:
        """All `where` items joined by 'and'."""
        joined = Q()
        for item in self.applied(conditions, window):
            joined &= item.q()
        return joined


_REGISTERS: dict[str, Register] = {}


def announce(register: Register) -> Register:
    """Make a register known; two registers with one key are a programming fault."""
    if register.key in _REGISTERS:
        raise ValueError(f"register {register.key} announced twice")
    _REGISTERS[register.key] = register
    return register


def register_of(key: str) -> Register:
    """A register by key; NotFound names the registers there are."""
    if key not in _REGISTERS:
        raise NotFound(NO_REGISTER, key=key, known="、".join(sorted(_REGISTERS)))
    return _REGISTERS[key]


def register_for(model: type[Fact]) -> Register:
    """The register whose rows a model holds; a model without a register is a programming fault."""
    return next(register for register in _REGISTERS.values() if register.model is model)


def registers() -> Sequence[Register]:
    """All registers in order of announcement."""
    return tuple(_REGISTERS.values())


def kept_registers() -> Sequence[Register]:
    """Those that hold rows of their own; the others are views of the database and hold nothing."""
    return tuple(register for register in registers() if register.model._meta.managed)


def vocabulary(*terms: Term) -> Mapping[str, Term]:
    """The register's terms by key."""
    return {term.key: term for term in terms}
