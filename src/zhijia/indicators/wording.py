"""A measure in words: which register, under which conditions, so that an officer can read the formula out."""

import datetime as dt
import hashlib
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from zhijia.indicators.compile import Side
from zhijia.kit.period import Span
from zhijia.registers.base.register import Register
from zhijia.registers.base.show import code_label
from zhijia.registers.base.terms import Applied
from zhijia.registers.base.window import Window
from zhijia.schemes.codes import TRUST_LABELS
from zhijia.schemes.indicators import Indicator

TRUST = {key: gettext_lazy(label) for key, label in TRUST_LABELS.items()}


def term_words(applied: Applied) -> str:
    """One condition: its label, its argument, 'not' in front when turned round."""
    words = str(applied.term.label)
    if applied.value is not None:
        words = f"{words} {_argument_words(applied.term.codes, applied.value)}"
    return gettext("非“%(words)s”") % {"words": words} if applied.negated else words


def conditions_of(side: Side, window: Window) -> list[str]:
    """All conditions of a measure in words, in the order of the catalogue."""
    words = [term_words(applied) for applied in side.register.applied(side.measure.where, window)]
    if side.measure.within:
        words.append(gettext("且在分母之内"))
    return words


def counted_words(side: Side) -> str:
    """What is added up: rows, distinct things, or a field."""
    if side.measure.sum:
        return gettext("“%(field)s”之和") % {"field": _field_label(side.register, side.measure.sum)}
    if side.measure.median:
        return gettext("“%(field)s”的中位数") % {"field": _field_label(side.register, side.measure.median)}
    if side.measure.distinct:
        field = _field_label(side.register, side.measure.distinct)
        return gettext("按“%(field)s”去重计数") % {"field": field}
    return gettext("行数")


def definition_hash(indicator: Indicator) -> str:
    """Fingerprint of the definition: changes exactly when the catalogue file says something else."""
    return hashlib.sha256(indicator.model_dump_json().encode()).hexdigest()


def _field_label(register: Register, name: str) -> str:
    return str(register.model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _argument_words(codes: str, value: Any) -> str:
    if isinstance(value, Span):
        return f"{value.first.isoformat()}—{value.last.isoformat()}"
    if isinstance(value, dt.date):
        return value.isoformat()
    return code_label(codes, str(value)) if codes else str(value)
