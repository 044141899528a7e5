"""How well each committee keeps house: drawn, save for a few that are known for it."""

from collections.abc import Mapping

from zhijia.project.demo.dice import stream
from zhijia.project.demo.places import PLACES, Place
from zhijia.project.demo.temper import Temper

_KNOWN_WAGE: Mapping[str, float] = {
    "qianqiu": 1.0, "hede": 0.97, "siming": 0.93, "yangma": 0.9, "power": 1.0, "panwan": 0.42, "changdang": 0.5,
}  # fmt: skip
_KNOWN_SAFETY: Mapping[str, float] = {"port": 1.0, "hede": 0.85, "power": 1.0, "teyong": 0.2}


def tempers(seed: int) -> dict[str, Temper]:
    """By the committee's key."""
    return {place.login: _temper(seed, place) for place in PLACES}


def _temper(seed: int, place: Place) -> Temper:
    rng = stream(seed, "temper", place.login)
    drawn = [rng.random() for _ in range(6)]
    return Temper(
        wage=_KNOWN_WAGE.get(place.login, 0.55 + 0.4 * drawn[0]),
        safety=_KNOWN_SAFETY.get(place.login, 0.3 + 0.55 * drawn[1]),
        women=0.45 + 0.5 * drawn[2],
        real_name=0.62 + 0.37 * drawn[3],
        legal=0.6 + 0.4 * drawn[4],
        terms=0.55 + 0.42 * drawn[5],
    )
