"""Conditions: one closed tree, three uses. It explains one case, finds everyone it holds for, and says what would flip it."""

from zhijia.schemes.conditions.facts import Fact, Value
from zhijia.schemes.conditions.grammar import Amount, Condition
from zhijia.schemes.conditions.judging import Judged, judge
from zhijia.schemes.conditions.reading import Missing
from zhijia.schemes.conditions.rulebook import Rulebook

__all__ = ["Amount", "Condition", "Fact", "Judged", "Missing", "Rulebook", "Value", "judge"]
