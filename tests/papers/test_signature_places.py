"""Issuer and date at the end: the sealed and the unsealed case, for names of any length."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from zhijia.papers.measures import ems
from zhijia.papers.paper import chinese_date
from zhijia.papers.signature import signature_of

NAMES = st.text("临川县总工会办公室", min_size=3, max_size=20)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(chinese_date)


@given(NAMES, DAYS)
def test_sealed_name_is_centred_over_the_date(name: str, day: str) -> None:
    place = signature_of(name, day, sealed=True)
    assert place.issuer_right + ems(name) / 2 == place.date_right + ems(day) / 2
    assert place.date_right >= 4
    assert place.issuer_right >= 0


@given(NAMES, DAYS)
def test_unsealed_date_starts_two_characters_inside_the_name(name: str, day: str) -> None:
    place = signature_of(name, day, sealed=False)
    assert (place.issuer_right + ems(name)) - (place.date_right + ems(day)) == 2
    assert min(place.issuer_right, place.date_right) >= 0


def test_short_name_gives_the_edge_to_the_date() -> None:
    place = signature_of("县总工会", "2026年11月30日", sealed=False)
    assert place.date_right == 2
    assert place.issuer_right > 2
