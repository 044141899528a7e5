"""Making the demo county: drawn first, then lived through month by month from the opening of the books."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from django.db import transaction

from zhijia.indicators.actions import take_snapshot
from zhijia.journal.actions import record
from zhijia.kit.period import Period
from zhijia.project.demo.books import Books
from zhijia.project.demo.cases import open_cases
from zhijia.project.demo.circulars import tell_month
from zhijia.project.demo.committees import POSITION, TERM, officers_of, terms_of
from zhijia.project.demo.contracts import CONTRACT, contracts_of
from zhijia.project.demo.days import BEFORE_CAMPAIGN, MONTHLY, OPENING, QUARTERS
from zhijia.project.demo.dice import stream
from zhijia.project.demo.drafts import draw_unions
from zhijia.project.demo.firms import Firms
from zhijia.project.demo.founding import founded_this_year
from zhijia.project.demo.homes import WORK, rate_homes, works_of
from zhijia.project.demo.ledger import draft_study_aid, draw_ledger
from zhijia.project.demo.marks import found_federation, mark_foundings
from zhijia.project.demo.meetings import meet
from zhijia.project.demo.numbers import Numbers
from zhijia.project.demo.people import MEMBER, members_of
from zhijia.project.demo.places import PLACES
from zhijia.project.demo.plan import CAMPAIGN, YEARLY, hand_out
from zhijia.project.demo.posts import Posts, give_posts, give_union_posts
from zhijia.project.demo.pressing import press, receive_list
from zhijia.project.demo.receipts import follow_up
from zhijia.project.demo.recruits import draw_recruits
from zhijia.project.demo.rectifying import rectify
from zhijia.project.demo.shapes import Draft, Firm
from zhijia.project.demo.sizes import FOUNDED_BY_CASES, Sizes
from zhijia.project.demo.survey import Survey
from zhijia.project.demo.temper import Temper
from zhijia.project.demo.tempers import tempers
from zhijia.project.demo.tree import Tree, make_tree
from zhijia.project.demo.union_elections import CHAIR_CHECK, ELECTION, chair_checks_of, elections_of
from zhijia.project.demo.union_papers import BODY, CERTIFICATE, TRAINING, bodies_of, certificates_of, trainings_of
from zhijia.project.demo.unions import Founder, unfounded_of
from zhijia.project.demo.workforce import unfounded_firm

Values = dict[str, Any]


@dataclass
class Demo:
    """The county that was made."""

    tree: Tree
    posts: Posts
    drafts: Sequence[Draft]


@transaction.atomic
def make_demo(*, seed: int, sizes: Sizes, told: Callable[[int], None] = lambda rows: None) -> Demo:
    """Write the whole county in one transaction; the same seed and sizes give the same county."""
    numbers, firms = Numbers(), Firms()
    # A few of the county's unions are founded by the cases at the end.
    drafts = draw_unions(seed, replace(sizes, unions=sizes.unions - FOUNDED_BY_CASES), firms, numbers)
    draw_recruits(seed, drafts, sizes)
    unfounded = _unfounded(seed, sizes, firms, numbers)
    tree = make_tree()
    posts = give_posts(tree, seed)
    books = Books(posts, told)
    founder = Founder(seed, tree, books, tempers(seed), numbers)
    founder.take_over(drafts, unfounded)
    older = [draft for draft in drafts if not founded_this_year(draft.founded_on)]
    _take_over(books, older, seed, numbers)
    give_union_posts(posts, older[0].union.organisation)
    record(kind="demo.made", by=None, at=OPENING, organisation=tree.county.pk)
    follow_up(hand_out(YEARLY, tree, posts, sizes), tree, posts)
    survey = Survey(seed, tree, posts)
    draw_ledger(seed, posts, tree)
    for month in MONTHLY:
        fresh = [draft for draft in drafts if draft.founded_on.month == month and founded_this_year(draft.founded_on)]
        for draft in fresh:
            founder.found(draft)
            _keep(books, draft, seed, numbers)
        books.write(month)
        survey.live(month)
        if month in QUARTERS:
            _close(QUARTERS[month], posts)
            tell_month(month, posts)
        if month == BEFORE_CAMPAIGN.month - 1:
            follow_up(hand_out(CAMPAIGN, tree, posts, sizes), tree, posts)
    open_cases(seed, unfounded, posts)
    found_federation(tree, posts)
    mark_foundings(seed, posts)
    press(seed, posts)
    receive_list(seed, tree, posts, firms)
    meet(seed, tree, posts)
    rectify(seed, tree, posts)
    draft_study_aid(seed, posts)
    rate_homes(seed, drafts, tempers(seed), posts)
    return Demo(tree, posts, drafts)


def _close(closing: dt.datetime, posts: Posts) -> None:
    """Fix the figures of the quarter that has just ended."""
    ended = Period.of("quarter", (closing - dt.timedelta(days=31)).date())
    take_snapshot(period=ended, on=closing.date(), at=closing, by=posts["chair"])


def _unfounded(seed: int, sizes: Sizes, firms: Firms, numbers: Numbers) -> list[tuple[str, Firm]]:
    places = {place.login: place for place in PLACES}
    rng = stream(seed, "without")
    return [
        (login, unfounded_firm(places[login], rng, firms, numbers)) for login in unfounded_of(seed, sizes.unfounded)
    ]


def _take_over(books: Books, older: Sequence[Draft], seed: int, numbers: Numbers) -> None:
    """What the older unions had when the books were opened; what came later waits for its month."""
    for register, rows in _registers(seed, numbers).items():
        books.take_over(
            register, chain.from_iterable(books.sort(register, one.place.login, rows(one)) for one in older)
        )


def _keep(books: Books, draft: Draft, seed: int, numbers: Numbers) -> None:
    """Everything of a union founded this year waits for its month."""
    for register, rows in _registers(seed, numbers).items():
        left = list(books.sort(register, draft.place.login, rows(draft)))
        if left:
            raise ValueError(f"{register} of {draft.name} is older than the union")


def _registers(seed: int, numbers: Numbers) -> dict[str, Callable[[Draft], Iterator[Values]]]:
    """For each register the rows of one union."""
    known = tempers(seed)

    def terms(draft: Draft) -> Iterator[Values]:
        return iter(terms_of(draft, known[draft.place.login], seed))

    def officers(draft: Draft) -> Iterator[Values]:
        return officers_of(draft, _in_office(draft, known, seed)[1], seed)

    def contracts(draft: Draft) -> Iterator[Values]:
        return contracts_of(draft, known[draft.place.login], seed)

    def members(draft: Draft) -> Iterator[Values]:
        return members_of(draft, known[draft.place.login], seed, numbers)

    return {TERM: terms, POSITION: officers, CONTRACT: contracts, MEMBER: members, **_life(known, seed)}


def _in_office(draft: Draft, known: dict[str, Temper], seed: int) -> tuple[list[Values], dt.date, str]:
    """The terms of a union, since when the present chair holds office, and the chair's name."""
    running = terms_of(draft, known[draft.place.login], seed)
    started = running[-1]["starts_on"] if running else draft.founded_on
    return running, started, next(officers_of(draft, started, seed))["name"]


def _life(known: dict[str, Temper], seed: int) -> dict[str, Callable[[Draft], Iterator[Values]]]:
    """The registers of a union's own life, all of it consistent with its terms and its chair."""

    def told(draft: Draft) -> tuple[Temper, list[Values], dt.date, str]:
        return known[draft.place.login], *_in_office(draft, known, seed)

    def trainings(draft: Draft) -> Iterator[Values]:
        temper, _, started, chair = told(draft)
        return trainings_of(draft, chair, started, temper, seed)

    def elections(draft: Draft) -> Iterator[Values]:
        _, running, _, chair = told(draft)
        return elections_of(draft, running, chair, seed)

    def chair_checks(draft: Draft) -> Iterator[Values]:
        _, _, started, chair = told(draft)
        return chair_checks_of(draft, chair, started, seed)

    return {
        BODY: lambda draft: bodies_of(draft, known[draft.place.login], seed),
        CERTIFICATE: lambda draft: certificates_of(draft, told(draft)[-1], known[draft.place.login], seed),
        TRAINING: trainings,
        ELECTION: elections,
        CHAIR_CHECK: chair_checks,
        WORK: lambda draft: works_of(draft, known[draft.place.login], seed),
    }
