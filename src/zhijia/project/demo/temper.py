"""How well a committee of the demo county keeps house."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Temper:
    """How well a committee keeps house, 0..1 each: what makes one town green and the next one red."""

    wage: float
    safety: float
    women: float
    real_name: float
    legal: float
    terms: float
