"""An election or assembly held against all rules that ask something of it (选举核对 EL-1 至 EL-14)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from zhijia.kit.period import add_months
from zhijia.kit.problem import gettext_noop
from zhijia.registers.organising.rules.checked import Checked, Verdict, held, point
from zhijia.registers.organising.rules.election_facts import ElectionFacts
from zhijia.registers.organising.rules.election_votes import RULES, above, counted, number

CONTESTED = gettext_noop("主席候选%(candidates)s人，企业工会主席应有差额。")
CONTEST_OPEN = gettext_noop("主席候选人数没有填写。")
NOT_ENTERPRISE = gettext_noop("这条只适用于企业工会，本单位不核对。")
NOTICE = gettext_noop("主席候选人公示%(days)s天，至少%(least)s天，应在选举前结束。")
NOTICE_OPEN = gettext_noop("主席候选人公示起止日期或是否按姓氏笔画排列没有填写。")
NOT_BY_STROKES = gettext_noop("公示名单没有按姓氏笔画排列。")
AGREED = gettext_noop("候选人在%(on)s选举前已经同级党组织和上级工会同意。")
AGREED_LATE = gettext_noop("候选人的同意日期晚于选举日%(on)s。")
AGREED_OPEN = gettext_noop("同级党组织或上级工会同意候选人的日期没有填写。")
REPLY = gettext_noop("%(reported)s报告，%(reply)s批复，应在%(until)s前批复。")
REPLY_DUE = gettext_noop("%(reported)s报告，上级工会应在%(until)s前批复。")
NOT_REPORTED = gettext_noop("选举结果还没有报告上级工会。")
VACANT = gettext_noop("主席自%(since)s空缺，应在%(until)s前补选，实际于%(on)s补选。")
NO_VACANCY = gettext_noop("不是主席空缺的补选，或空缺日期没有填写。")
IN_TIME = gettext_noop("上届应在%(due)s前换届，实际于%(on)s换届。")
NO_TERM = gettext_noop("没有登记上届，不核对。")
RECALLED = gettext_noop("全体会员或代表%(all)s人，赞成罢免%(votes)s票，至少要%(least)s票。")
RECALL_OPEN = gettext_noop("应到人数或赞成票数没有填写。")
GAP = gettext_noop("上次会员大会%(last)s，本次%(on)s，间隔不应超过%(months)s个月。")
NO_LAST = gettext_noop("没有登记上一次会员大会，不核对。")
PROPOSED = gettext_noop("会员%(members)s人，提议%(proposers)s人，由会员提议的至少%(least)s人。")
PROPOSED_BY_COMMITTEE = gettext_noop("由工会委员会提议召开。")


def election_points(facts: ElectionFacts) -> Sequence[Checked]:
    """The checked points in the order of the rules; rules that ask nothing of this kind of assembly are left out."""
    order = [*counted(facts), *_chair(facts), *_after(facts), *_spacing(facts)]
    return sorted(order, key=lambda each: int(each.code.removeprefix("EL-")) if each.code != "SIZE" else 15)


def _chair(facts: ElectionFacts) -> Iterator[Checked]:
    if not facts.elects:
        return
    yield _contest(facts)
    yield _notice(facts)
    yield _agreed(facts)


def _contest(facts: ElectionFacts) -> Checked:
    """Equal numbers are allowed; the enterprise measures ask for a contest, so its absence is told."""
    if not facts.enterprise:
        return point(RULES, "EL-7", "none", NOT_ENTERPRISE)
    if facts.chair_candidates is None:
        return point(RULES, "EL-7", "advice", CONTEST_OPEN)
    verdict: Verdict = "met" if facts.chair_candidates > 1 else "advice"
    return point(RULES, "EL-7", verdict, CONTESTED, candidates=facts.chair_candidates)


def _notice(facts: ElectionFacts) -> Checked:
    if not facts.enterprise:
        return point(RULES, "EL-8", "none", NOT_ENTERPRISE)
    if facts.stroke_order == "0":
        return point(RULES, "EL-8", "unmet", NOT_BY_STROKES)
    if facts.notice_from is None or facts.notice_until is None or not facts.stroke_order:
        return point(RULES, "EL-8", "unknown", NOTICE_OPEN)
    least, days = number("election.notice-days", facts.held_on), (facts.notice_until - facts.notice_from).days + 1
    fits = days >= least and facts.notice_until < facts.held_on
    return point(RULES, "EL-8", held(fits), NOTICE, days=days, least=least)


def _agreed(facts: ElectionFacts) -> Checked:
    asked = [facts.upper_agreed_on, *([facts.party_agreed_on] if facts.party else [])]
    if any(day is None for day in asked):
        return point(RULES, "EL-9", "unknown", AGREED_OPEN)
    late = any(day is not None and day > facts.held_on for day in asked)
    return point(RULES, "EL-9", held(not late), AGREED_LATE if late else AGREED, on=facts.held_on)


def _after(facts: ElectionFacts) -> Iterator[Checked]:
    """The reply of the higher union, the by-election of a vacant chair, the recall."""
    if facts.elects:
        yield _reply(facts)
    if facts.kind == "BY":
        yield _vacancy(facts)
    if facts.kind == "RECALL":
        yield _recall(facts)


def _reply(facts: ElectionFacts) -> Checked:
    if facts.reported_on is None:
        return point(RULES, "EL-10", "unknown", NOT_REPORTED)
    until = facts.reported_on + dt.timedelta(days=number("election.reply-days", facts.held_on))
    if facts.reply_on is None:
        return point(RULES, "EL-10", "none", REPLY_DUE, reported=facts.reported_on, until=until)
    verdict: Verdict = "met" if facts.reply_on <= until else "advice"
    return point(RULES, "EL-10", verdict, REPLY, reported=facts.reported_on, reply=facts.reply_on, until=until)


def _vacancy(facts: ElectionFacts) -> Checked:
    if facts.vacant_since is None:
        return point(RULES, "EL-11", "none", NO_VACANCY)
    until = add_months(facts.vacant_since, number("election.vacancy-months", facts.held_on))
    verdict: Verdict = "met" if facts.held_on <= until else "advice"
    return point(RULES, "EL-11", verdict, VACANT, since=facts.vacant_since, until=until, on=facts.held_on)


def _recall(facts: ElectionFacts) -> Checked:
    everybody = facts.members if facts.form == "ALL" else facts.entitled
    if everybody is None or facts.lowest_votes is None:
        return point(RULES, "EL-13", "unknown", RECALL_OPEN)
    least = above(number("election.recall-above-percent", facts.held_on), everybody)
    told = {"all": everybody, "votes": facts.lowest_votes, "least": least}
    return point(RULES, "EL-13", held(facts.lowest_votes >= least), RECALLED, **told)


def _spacing(facts: ElectionFacts) -> Iterator[Checked]:
    """Whether the term was followed in time, and the assemblies close enough: what is late has still happened."""
    if facts.kind == "RENEWAL":
        if facts.previous_due is None:
            yield point(RULES, "EL-12", "none", NO_TERM)
        else:
            kept: Verdict = "met" if facts.held_on <= facts.previous_due else "advice"
            yield point(RULES, "EL-12", kept, IN_TIME, due=facts.previous_due, on=facts.held_on)
    if facts.kind == "EXTRA":
        yield _proposed(facts)
    elif facts.previous_held is None:
        yield point(RULES, "EL-14", "none", NO_LAST)
    else:
        months = number("election.assembly-months", facts.held_on)
        near: Verdict = "met" if facts.held_on <= add_months(facts.previous_held, months) else "advice"
        yield point(RULES, "EL-14", near, GAP, last=facts.previous_held, on=facts.held_on, months=months)


def _proposed(facts: ElectionFacts) -> Checked:
    if facts.proposers is None or facts.members is None:
        return point(RULES, "EL-14", "met", PROPOSED_BY_COMMITTEE)
    least = -(-facts.members // number("election.proposers-third", facts.held_on))
    told = {"members": facts.members, "proposers": facts.proposers, "least": least}
    return point(RULES, "EL-14", held(facts.proposers >= least), PROPOSED, **told)
