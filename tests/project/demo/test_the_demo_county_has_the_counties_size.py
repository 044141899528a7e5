"""The demo county as drawn: the figures of the speech, nobody real, the same again with the same seed."""

from collections import Counter
from types import SimpleNamespace

import pytest

from zhijia.kit.identity.id_number import is_id_number
from zhijia.kit.identity.phone import FICTIONAL_PREFIX
from zhijia.kit.text.pinyin import readings_of
from zhijia.project.demo.dice import SEED, stream
from zhijia.project.demo.drafts import draw_unions
from zhijia.project.demo.firms import Firms
from zhijia.project.demo.founding import in_campaign
from zhijia.project.demo.names import person
from zhijia.project.demo.numbers import NOWHERE, Numbers
from zhijia.project.demo.people import members_of
from zhijia.project.demo.places import PLACES
from zhijia.project.demo.recruits import draw_recruits
from zhijia.project.demo.shapes import Draft
from zhijia.project.demo.sizes import sizes_at
from zhijia.project.demo.tempers import tempers


def drawn(scale: float, seed: int = SEED) -> list[Draft]:
    sizes = sizes_at(scale)
    drafts = draw_unions(seed, sizes, Firms(), Numbers())
    draw_recruits(seed, drafts, sizes)
    return drafts


def test_at_full_size_it_has_369_unions_and_38000_members() -> None:
    drafts = drawn(1)
    assert len(drafts) == 369
    assert sum(draft.members for draft in drafts) == 38_000
    assert len({draft.name for draft in drafts}) == 369
    assert all(draft.employees >= draft.members >= draft.women for draft in drafts)
    assert all(firm.women <= firm.employees and firm.migrants <= firm.employees for d in drafts for firm in d.firms)
    assert Counter(draft.kind for draft in drafts)["41"] > 20


@pytest.mark.parametrize("scale", [0.02, 0.2, 1])
@pytest.mark.parametrize("seed", [SEED, 1, 2])
def test_the_founding_month_happened_in_six_places_only(scale: float, seed: int) -> None:
    sizes = sizes_at(scale)
    drafts = drawn(scale, seed)
    for place in PLACES:
        own = [draft for draft in drafts if draft.place is place]
        unions = sum(in_campaign(draft.founded_on) for draft in own)
        recruits = sum(in_campaign(day) for draft in own for day in draft.recruits)
        members = recruits + sum(draft.members for draft in own if in_campaign(draft.founded_on))
        if place.outcome == "full":
            assert unions >= sizes.campaign_unions and members >= sizes.campaign_members
        elif place.outcome == "partly":
            assert unions < sizes.campaign_unions and 0 < members < sizes.campaign_members
        else:
            assert unions == members == 0


def test_the_same_seed_draws_the_same_county_and_another_seed_another() -> None:
    first, again, other = (
        [(draft.name, draft.members, draft.founded_on) for draft in drawn(0.1, seed)] for seed in (SEED, SEED, 7)
    )
    assert first == again != other


def test_numbers_are_valid_given_once_and_belong_to_nobody() -> None:
    numbers, rng = Numbers(), stream(SEED, "test")
    drafts = drawn(0.02)
    made = [numbers.identity(rng, bool(at % 2), drafts[0].founded_on) for at in range(5000)]
    assert len(set(made)) == 5000
    assert all(is_id_number(number) and number.startswith(NOWHERE) for number in made)
    assert all(number.startswith(FICTIONAL_PREFIX) for number in (numbers.phone() for _ in range(50)))


def test_names_are_as_mixed_as_a_real_roster() -> None:
    rng = stream(SEED, "names")
    people = [person(rng, at % 3 == 0) for at in range(20_000)]
    surnames = Counter(name[0] for name, _ in people)
    assert surnames["王"] > 500 > surnames["单"] > 5
    assert any(len(readings_of(sign)) > 1 for sign in surnames)
    assert any("·" in name for name, nation in people if nation != "01")
    assert any(sign in "𬭎䶮㛃" for name, _ in people for sign in name)
    assert sum(nation == "01" for _, nation in people) > 19_000


def test_the_same_people_come_again() -> None:
    def roster(seed: int) -> list[tuple[str, str, str]]:
        numbers, known = Numbers(), tempers(seed)
        rows = []
        for draft in drawn(0.02, seed)[:10]:
            draft.union = SimpleNamespace(organisation=draft.number)
            rows += [dict(row) for row in members_of(draft, known[draft.place.login], seed, numbers)]
        return [(row["name"], row["id_number"], row["mobile"]) for row in rows]

    first = roster(SEED)
    assert first == roster(SEED) != roster(7)
    assert len({number for _, number, _ in first}) == len(first)
