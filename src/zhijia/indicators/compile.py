"""From a measure of the catalogue to a condition on rows of a register: the one place where terms become SQL."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Aggregate, Count, Q, Sum
from django.db.models.functions import Coalesce

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import FactQuerySet, valid
from zhijia.registers.base.register import Register, register_of
from zhijia.registers.base.terms import Applied, term_key
from zhijia.registers.base.window import Window
from zhijia.schemes.indicators import Indicator, Measure

NO_FIELD = gettext_noop("台账“%(register)s”没有可相加的字段“%(field)s”。")


@dataclass(frozen=True)
class Side:
    """One measure of one indicator, ready to be counted for a window."""

    register: Register
    measure: Measure
    bottom: Measure | None = None

    @property
    def group(self) -> str:
        """Where the organisation of a counted thing stands, seen from a row."""
        return f"{self.measure.distinct}__organisation_id" if self.measure.distinct else "organisation_id"

    def condition(self, window: Window) -> Q:
        """Which rows are counted: true on the day, under all terms, and inside the bottom when asked."""
        return self._inside(window) & _joined(self._applied(window))

    def _applied(self, window: Window) -> list[Applied]:
        return self.register.applied(self.measure.where, window)

    def _inside(self, window: Window) -> Q:
        wanted = valid(window.as_of, window.known_at)
        if self.measure.within and self.bottom is not None:
            outer = register_of(self.bottom.count)
            inside = valid(window.as_of, window.known_at) & outer.where(self.bottom.where, window)
            counted = outer.model._default_manager.filter(inside).order_by()
            link = self.measure.distinct or "pk"
            wanted &= Q(**{f"{link}__in": counted.values(thing=Coalesce("version_of_id", "pk"))})
        return wanted

    def apart(self, window: Window) -> Q:
        """The part of the condition that is asked once for the whole query."""
        return _joined(item for item in self._applied(window) if item.term.apart)

    @property
    def apart_key(self) -> str:
        """Sides with equal keys share their apart conditions; '' without any."""
        asked = [item for item in self.measure.where if self.register.terms[term_key(item)].apart]
        return repr(asked) if asked else ""

    def aggregate(self, window: Window) -> Aggregate:
        """The count (or sum) as one conditional aggregate, so that many share one pass over the rows.

        The rows are already narrowed by `apart`.
        """
        wanted = self._inside(window) & _joined(item for item in self._applied(window) if not item.term.apart)
        if self.measure.sum:
            return Sum(self.measure.sum, filter=wanted, default=0)
        return Count(self.measure.distinct or "pk", distinct=bool(self.measure.distinct), filter=wanted)

    def rows(self, window: Window) -> tuple[Register, FactQuerySet]:
        """The things counted, as rows of a register: those that a list must show for the figure to be believed."""
        counted = self.register.model._default_manager.filter(self.condition(window))
        if not self.measure.distinct:
            return self.register, counted
        field = self.register.model._meta.get_field(self.measure.distinct)
        owner = next(r for r in _registers() if r.model is field.related_model)
        things = owner.model._default_manager.filter(pk__in=counted.order_by().values(self.measure.distinct))
        return owner, things


def _joined(items: Iterable[Applied]) -> Q:
    joined = Q()
    for item in items:
        joined &= item.q()
    return joined


def _registers() -> tuple[Register, ...]:
    from zhijia.registers.base.register import registers

    return tuple(registers())


def sides_of(indicator: Indicator) -> dict[str, Side]:
    """`top` and, for rates, `bottom`; Problem when a measure names an unknown register, term or field."""
    measures = indicator.measures
    sides = {"top": _side(measures.top, measures.bottom)}
    if measures.bottom is not None:
        sides["bottom"] = _side(measures.bottom, None)
    return sides


def _side(measure: Measure, bottom: Measure | None) -> Side:
    register = register_of(measure.count)
    known = {field.name for field in register.model._meta.get_fields()}
    for field in (measure.sum, measure.distinct):
        if field and field not in known:
            raise Problem(NO_FIELD, register=register.label, field=field)
    return Side(register, measure, bottom)
