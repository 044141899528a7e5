"""The counted half of an election: assembly, quorum, votes, candidates, size of the committee."""

import datetime as dt
from collections.abc import Iterator

from zhijia.kit.problem import gettext_noop
from zhijia.registers.organising.rules.checked import Checked, Verdict, held, point
from zhijia.registers.organising.rules.election_facts import ElectionFacts
from zhijia.registers.organising.rules.sizes import band_of
from zhijia.schemes.catalogue import catalogue

RULES = "election-rule"
YEARS = gettext_noop("任期%(years)s年，可以是%(short)s年或%(long)s年。")
YEARS_OPEN = gettext_noop("任期没有填写，可以是%(short)s年或%(long)s年。")
FORM = gettext_noop("会员%(members)s人，满%(least)s人才可以开会员代表大会。")
FORM_OPEN = gettext_noop("会议形式或会员数没有填写。")
PRESENT = gettext_noop("应到%(entitled)s人，实到%(present)s人，至少要到%(least)s人。")
PRESENT_OPEN = gettext_noop("应到或实到人数没有填写。")
VOTES = gettext_noop("应到%(entitled)s人，当选人最低得票%(votes)s票，至少要%(least)s票。")
VOTES_OPEN = gettext_noop("应到人数、当选最低票数或是否无记名投票没有填写。")
NOT_SECRET = gettext_noop("不是无记名投票。")
SURPLUS = gettext_noop("应选%(seats)s人，候选%(candidates)s人，候选人至少%(least)s人。")
SURPLUS_OPEN = gettext_noop("应选或候选人数没有填写。")
NO_STANDING = gettext_noop("没有选举常务委员。")
SIZE = gettext_noop("会员%(members)s人，委员会%(seats)s人，应为%(least)s至%(most)s人。")
SIZE_ALONE = gettext_noop(
    "会员%(members)s人，委员会%(seats)s人，应为%(least)s至%(most)s人，也可以只设主席或组织员一人。"
)
SIZE_OPEN = gettext_noop("会员数或委员会人数没有填写。")


def number(key: str, on: dt.date) -> int:
    """A whole number of the county's parameters on a day."""
    return int(catalogue().number(key, on))


def above(percent: int, of: int) -> int:
    """The least whole number that is more than so many percent."""
    return of * percent // 100 + 1


def quorum(entitled: int, on: dt.date) -> int:
    """EL-3: how many of those entitled must be present."""
    return -(-entitled * number("election.quorum-thirds", on) // 3)


def majority(entitled: int, on: dt.date) -> int:
    """EL-4: the least number of votes that elects, counted by those entitled, not by those present."""
    return above(number("election.elected-above-percent", on), entitled)


def counted(facts: ElectionFacts) -> Iterator[Checked]:
    """EL-1 to EL-6 and the size, those that ask something of this kind of assembly."""
    if facts.opens_term:
        yield _years(facts)
    yield _form(facts)
    yield _quorum(facts)
    if facts.elects:
        yield _elected(facts)
        yield _surplus(facts, "EL-5", facts.seats, facts.candidates, "election.surplus-percent")
        if facts.standing_seats:
            percent = "election.standing-surplus-percent"
            yield _surplus(facts, "EL-6", facts.standing_seats, facts.standing_candidates, percent)
        else:
            yield point(RULES, "EL-6", "none", NO_STANDING)
    if facts.opens_term:
        yield _size(facts)


def _years(facts: ElectionFacts) -> Checked:
    short, long = (number(f"election.term-years-{which}", facts.held_on) for which in ("short", "long"))
    if facts.years is None:
        return point(RULES, "EL-1", "unknown", YEARS_OPEN, short=short, long=long)
    return point(RULES, "EL-1", held(facts.years in (short, long)), YEARS, years=facts.years, short=short, long=long)


def _form(facts: ElectionFacts) -> Checked:
    if not facts.form or facts.members is None:
        return point(RULES, "EL-2", "unknown", FORM_OPEN)
    least = number("election.congress-members", facts.held_on)
    fits = facts.form == "ALL" or facts.members >= least
    return point(RULES, "EL-2", held(fits), FORM, members=facts.members, least=least)


def _quorum(facts: ElectionFacts) -> Checked:
    if facts.entitled is None or facts.present is None:
        return point(RULES, "EL-3", "unknown", PRESENT_OPEN)
    least = quorum(facts.entitled, facts.held_on)
    told = {"entitled": facts.entitled, "present": facts.present, "least": least}
    return point(RULES, "EL-3", held(facts.present >= least), PRESENT, **told)


def _elected(facts: ElectionFacts) -> Checked:
    if facts.ballot == "0":
        return point(RULES, "EL-4", "unmet", NOT_SECRET)
    if facts.entitled is None or facts.lowest_votes is None or not facts.ballot:
        return point(RULES, "EL-4", "unknown", VOTES_OPEN)
    least = majority(facts.entitled, facts.held_on)
    told = {"entitled": facts.entitled, "votes": facts.lowest_votes, "least": least}
    return point(RULES, "EL-4", held(facts.lowest_votes >= least), VOTES, **told)


def _surplus(facts: ElectionFacts, code: str, seats: int | None, candidates: int | None, key: str) -> Checked:
    """At least so many percent more candidates than seats, and at least one more."""
    if seats is None or candidates is None:
        return point(RULES, code, "unknown", SURPLUS_OPEN)
    percent = number(key, facts.held_on)
    least = seats + max(1, -(-seats * percent // 100))
    return point(RULES, code, held(candidates >= least), SURPLUS, seats=seats, candidates=candidates, least=least)


def _size(facts: ElectionFacts) -> Checked:
    if facts.members is None or facts.seats is None:
        return point(RULES, "SIZE", "unknown", SIZE_OPEN)
    band = band_of(facts.members, facts.held_on)
    told = {"members": facts.members, "seats": facts.seats, "least": band.least, "most": band.most}
    verdict: Verdict = held(band.allows(facts.seats))
    return point(RULES, "SIZE", verdict, SIZE_ALONE if band.alone else SIZE, **told)
