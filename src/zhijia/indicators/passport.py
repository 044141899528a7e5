"""The passport of a figure (口径卡): how it came about, down to the rows, and what was left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from zhijia.accounts.models import Post
from zhijia.indicators.compile import Side, sides_of
from zhijia.indicators.prints import print_of, print_of_sides
from zhijia.indicators.queries import figures, indicator_of, places_of, rows_behind
from zhijia.indicators.rules import Figure, added
from zhijia.indicators.wording import conditions_of, counted_words, definition_hash
from zhijia.kit.period import month_ends
from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import Fact, valid
from zhijia.registers.base.register import Register
from zhijia.registers.base.standing import stood_under
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.indicators import Indicator

MONTHS_SHOWN = 12


@dataclass(frozen=True)
class LeftOut:
    """How many rows a condition removed, after the conditions before it."""

    words: str
    rows: int


@dataclass(frozen=True)
class SideCard:
    """Numerator or denominator: what was looked at, what was left out and why, what remained."""

    key: str
    register: Register
    counted: str
    looked_at: int
    left_out: Sequence[LeftOut]
    remained: int
    rows_hash: str


@dataclass(frozen=True)
class Passport:
    """Everything that answers 'where does this number come from?'."""

    indicator: Indicator
    figure: Figure
    organisation: Organisation
    sides: Sequence[SideCard]
    history: Sequence[Figure]
    parts: Sequence[tuple[Organisation, Figure]]
    correctors: Sequence[str]
    definition_hash: str

    @property
    def rows_hash(self) -> str:
        """Fingerprint of all rows counted, as a snapshot keeps it."""
        return print_of_sides({side.key: side.rows_hash for side in self.sides})


def passport_of(post: Post, key: str, organisation: Organisation, window: Window, group: str = "") -> Passport:
    """The passport of one figure; Refused when the organisation is outside the post's subtree."""
    post.may("figures.view", organisation).insist()
    indicator = indicator_of(key)
    history = [Window.year_to(day, window.known_at) for day in month_ends(window.as_of, MONTHS_SHOWN)]
    places = places_of(organisation, window, group)
    below = places if group else list(Organisation.objects.get_children(organisation).on(window.as_of))
    asked = figures([key], [window, *history], [*places, *below], organisation)

    def whole(at: Window) -> Figure:
        own = [asked[key, place.pk, at] for place in places]
        return added(own, organisation.pk, group) if group else own[0]

    return Passport(
        indicator=indicator,
        figure=whole(window),
        organisation=organisation,
        sides=[_card(name, side, places, window) for name, side in sides_of(indicator).items()],
        history=[whole(at) for at in history],
        parts=[(child, asked[key, child.pk, window]) for child in below],
        correctors=correctors_of(indicator),
        definition_hash=definition_hash(indicator),
    )


def correctors_of(indicator: Indicator) -> list[str]:
    """Labels of the roles that may correct the rows counted."""
    areas = {side.register.area for side in sides_of(indicator).values()}
    roles = catalogue().roles.roles.values()
    return [role.label for role in roles if any(f"{area}.edit" in role.may for area in areas)]


def _card(name: str, side: Side, places: Sequence[Organisation], window: Window) -> SideCard:
    """One query counts what each further condition leaves; one more names the rows."""
    base = valid(window.as_of, window.known_at)
    steps: list[Q] = [base]
    for applied in side.register.applied(side.measure.where, window):
        steps.append(steps[-1] & applied.q())
    if side.measure.within:
        steps.append(side.condition(window))
    columns = {f"s{index}": Count("pk", filter=step) for index, step in enumerate(steps)}
    stood = stood_under(window, *places)
    rows = side.register.model._default_manager.filter(stood)
    counts = [int(number) for number in rows.order_by().aggregate(**columns).values()]
    words = conditions_of(side, window)
    left_out = [LeftOut(word, before - after) for word, before, after in zip(words, counts, counts[1:], strict=False)]
    owner, counted = side.rows(window)
    return SideCard(
        key=name,
        register=side.register,
        counted=counted_words(side),
        looked_at=counts[0],
        left_out=left_out,
        remained=counts[-1],
        rows_hash=print_of(owner.key, counted.filter(stood).order_by().values_list("pk", flat=True)),
    )


def sample_rows(card: Passport, side: str, size: int) -> tuple[Register, list[Fact]]:
    """The first rows behind a side, for the side panel; the full list is the register's own page."""
    figure = card.figure
    register, rows = rows_behind(figure.indicator, side, card.organisation, figure.window, figure.group)
    return register, list(rows.select_related(*register.related).order_by(*register.ordering)[:size])
