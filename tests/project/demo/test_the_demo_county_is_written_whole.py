"""The demo county in the registers: counts, classes of the founding month, sign-ins, a history one can walk back."""

import datetime as dt

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import models
from django.db.models import Q

from tests.project.demo.conftest import SCALE
from zhijia.indicators.queries import figures
from zhijia.journal.models import Entry
from zhijia.kit.identity.phone import FICTIONAL_PREFIX
from zhijia.orgs.models import Organisation
from zhijia.project.demo.days import TODAY
from zhijia.project.demo.make import Demo
from zhijia.project.demo.places import PLACES
from zhijia.project.demo.posts import PASSWORD
from zhijia.project.demo.sizes import sizes_at
from zhijia.registers.base.register import register_of, registers
from zhijia.registers.base.window import Window
from zhijia.registers.organising.models import Employer, Member, Union
from zhijia.schemes.catalogue import catalogue

pytestmark = pytest.mark.django_db


def test_unions_and_members_are_exactly_as_many_as_asked(demo: Demo) -> None:
    sizes = sizes_at(SCALE)
    window, county = Window.year_to(TODAY), demo.tree.county
    found = figures(["grassroots-unions", "members"], [window], [county], county)
    assert found["grassroots-unions", county.pk, window].top == sizes.unions
    assert found["members", county.pk, window].top == sizes.members
    assert Member.objects.living().filter(state="ACTIVE").count() == sizes.members
    assert Union.objects.living().filter(kind__in=("40", "41")).count() == sizes.unions


def test_the_past_of_the_year_is_smaller_than_the_present(demo: Demo) -> None:
    county = demo.tree.county
    then, now = Window.year_to(dt.date(2014, 3, 31)), Window.year_to(TODAY)
    found = figures(["members", "covered-employers"], [then, now], [county], county)
    for key in ("members", "covered-employers"):
        assert 0 < found[key, county.pk, then].top < found[key, county.pk, now].top


def test_every_indicator_counts_something(demo: Demo) -> None:
    county, window = demo.tree.county, Window.year_to(TODAY)
    found = figures(catalogue().indicators, [window], [county], county)
    empty = {key for key, figure in ((key, found[key, county.pk, window]) for key in catalogue().indicators)
             if figure.bottom == 0 or (figure.bottom is None and figure.top == 0)}  # fmt: skip
    # A fiftieth of a county has no union of two hundred employees or sixty members; overdue terms may be none there.
    # Nobody needs to come or go in the nine days of July, and few unions of that size owe an audit commission.
    grounds = {key for key in catalogue().indicators if key.startswith("veto-")}
    flows = {key for key in catalogue().indicators if key.startswith(("month-", "year-"))}
    assert empty - flows <= {
        "full-time-chair-rate",
        "large-cleared",
        "own-accounts",
        "overdue-terms",
        "audit-body-rate",
        "women-body-rate",
        # The founding fund is switched off, and obstruction has not been proven anywhere.
        "nail-n4",
        "nail-n6",
        # Most grounds that bar a union happened nowhere; one at least did.
        *grounds,
    }
    assert grounds - empty


# Days that lie ahead by their nature: ends, last days, plans.
AHEAD = {
    "ends_on",
    "extended_to",
    "due_on",
    "valid_until",
    "planned_on",
    "plan_on",
    "train_by",
    "first_due_on",
    "until",
}


def test_nothing_happened_after_the_demos_today(demo: Demo) -> None:
    for register in registers():
        days = {field.name for field in register.model._meta.concrete_fields if type(field) is models.DateField} - AHEAD
        late = Q()
        for name in days:
            late |= Q(**{f"{name}__gt": TODAY})
        found = register.model._default_manager.filter(late).values(*days).first()
        assert found is None, (register.key, found)


def test_a_unions_own_life_is_uneven(demo: Demo) -> None:
    """Chairs excluded and not yet confirmed, elections waiting for a reply, certificates that ran out, bodies missing."""
    checks, elections = (register_of(f"organising.{key}").model._default_manager for key in ("chair-check", "election"))
    assert {"PASS", "FAIL", "OPEN"} == set(checks.values_list("verdict", flat=True))
    assert checks.filter(verdict="PASS", confirmed_on__isnull=True).exists()
    assert elections.filter(kind="RENEWAL", reply_on__isnull=True).exists() and elections.filter(kind="YEARLY").exists()
    papers = register_of("organising.certificate").model._default_manager
    assert papers.filter(valid_until__lt=TODAY).exists() and papers.filter(valid_until__gte=TODAY).exists()
    county, window = demo.tree.county, Window.year_to(TODAY)
    keys = (
        "chair-compliance-rate",
        "chair-training-rate",
        "six-bodies-rate",
        "standardised-share",
    )
    found = figures(keys, [window], [county], county)
    for key in keys:
        rate = found[key, county.pk, window]
        assert rate.bottom and 0 < rate.top < rate.bottom, key


def test_nobody_can_be_reached_and_every_number_opens(demo: Demo) -> None:
    for member in Member.objects.exclude(mobile_sealed="")[:50]:
        assert member.mobile.startswith(FICTIONAL_PREFIX) and len(member.id_number) == 18
    assert not Employer.objects.exclude(phone__startswith=FICTIONAL_PREFIX).exists()


def test_every_committee_has_a_chair_who_can_sign_in(demo: Demo) -> None:
    wanted = {place.login for place in PLACES} | {
        "chair", "office", "organiser", "welfare", "finance", "auditor", "clerk", "union-chair",
    }  # fmt: skip
    assert set(demo.posts.held) == wanted
    assert Argon2PasswordHasher().verify(PASSWORD, demo.posts["hede"].user.password)
    assert demo.posts["clerk"].organisation == demo.posts["union-chair"].organisation
    assert {node.group for node in demo.tree.committees.values()} == {"镇区组", "县直组"}


def test_the_journal_knows_who_entered_what_and_when(demo: Demo) -> None:
    entries = Entry.objects.filter(kind="fact.recorded")
    assert entries.filter(at__year=2014, actor__startswith="周立新").exists()
    assert entries.filter(actor__startswith="单国强", at__month=7).exists()
    assert not Organisation.objects.find_problems()[0]
