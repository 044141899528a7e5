"""From a measure of the catalogue to a condition on rows of a register: the one place where terms become SQL."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Aggregate, Count, F, Q, Sum
from django.db.models.functions import Coalesce
from django.db.models.lookups import In

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import FactQuerySet, valid
from zhijia.registers.base.register import Register, register_of, registers
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
    def owner(self) -> Register:
        """The register of the things counted: that of the rows, or of what each row belongs to and is counted once."""
        if not self.measure.distinct:
            return self.register
        field = self.register.model._meta.get_field(self.measure.distinct)
        return next(each for each in registers() if each.model is field.related_model)

    def condition(self, window: Window) -> Q:
        """Which rows of the register speak for the figure: true on the day, under all terms, inside the bottom when asked."""
        wanted = valid(window.as_of, window.known_at) & _joined(self._applied(window))
        if self._inner is None:
            return wanted
        counted = self._inner.model._default_manager.filter(self._inside(window)).order_by()
        link = self.measure.distinct or "pk"
        return wanted & Q(**{f"{link}__in": counted.values(thing=Coalesce("version_of_id", "pk"))})

    def counted(self, window: Window) -> Q:
        """Which rows of the owner are counted. A thing counted once is looked at as it was on the day, at its place then."""
        if not self.measure.distinct:
            return self.condition(window)
        wanted = self._inside(window) if self._inner is self.owner else valid(window.as_of, window.known_at)
        return wanted & self._spoken_for(window)

    @property
    def _inner(self) -> Register | None:
        """The register of the bottom, when only what the bottom counts is counted."""
        return register_of(self.bottom.count) if self.measure.within and self.bottom is not None else None

    def _applied(self, window: Window) -> list[Applied]:
        return self.register.applied(self.measure.where, window)

    def _inside(self, window: Window) -> Q:
        if self._inner is None or self.bottom is None:
            return valid(window.as_of, window.known_at)
        return valid(window.as_of, window.known_at) & self._inner.where(self.bottom.where, window)

    def _spoken_for(self, window: Window) -> Q:
        """Things of the owner that a row under the terms belongs to."""
        speaking = valid(window.as_of, window.known_at) & _joined(self._applied(window))
        rows = self.register.model._default_manager.filter(speaking).order_by()
        return Q(In(Coalesce(F("version_of_id"), F("pk")), rows.values(str(self.measure.distinct))))

    def apart(self, window: Window) -> Q:
        """The part of the condition that is asked once for the whole query."""
        return Q() if self.measure.distinct else _joined(item for item in self._applied(window) if item.term.apart)

    @property
    def apart_key(self) -> str:
        """Sides with equal keys share their apart conditions; '' without any."""
        if self.measure.distinct:
            return ""
        asked = [item for item in self.measure.where if self.register.terms[term_key(item)].apart]
        return repr(asked) if asked else ""

    def aggregate(self, window: Window) -> Aggregate:
        """The count (or sum) as one conditional aggregate, so that many share one pass over the rows.

        The rows are already narrowed by `apart`.
        """
        if self.measure.distinct:
            return Count("pk", filter=self.counted(window))
        wanted = self._inside(window) & _joined(item for item in self._applied(window) if not item.term.apart)
        return Sum(self.measure.sum, filter=wanted, default=0) if self.measure.sum else Count("pk", filter=wanted)

    def rows(self, window: Window) -> tuple[Register, FactQuerySet]:
        """The things counted, as rows of a register: those that a list must show for the figure to be believed."""
        return self.owner, self.owner.model._default_manager.filter(self.counted(window))


def _joined(items: Iterable[Applied]) -> Q:
    joined = Q()
    for item in items:
        joined &= item.q()
    return joined


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
    for field in (measure.sum, measure.distinct, measure.median):
        if field and field not in known:
            raise Problem(NO_FIELD, register=register.label, field=field)
    return Side(register, measure, bottom)
