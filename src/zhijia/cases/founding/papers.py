"""The papers a founding draws up, from the facts of the case: request, replies, report (F2-02, 03, 07, 09, 10)."""

from collections.abc import Mapping

from zhijia.cases.founding.answers import last_day_of_term, names_of, parent_of
from zhijia.cases.procedures import Act, Draw, drawn
from zhijia.orgs.queries import root
from zhijia.papers.paper import chinese_date
from zhijia.papers.skeletons.founding import (
    FoundingFacts,
    candidates_reply,
    election_reply,
    election_report,
    founding_request,
    group_reply,
)
from zhijia.schemes.catalogue import catalogue


def facts_of(act: Act) -> FoundingFacts:
    """Everything the five papers may print; what is not known yet stays empty."""
    told, row, done = act.answers, act.row, act.state.done
    requested = done.get("request")
    elected = done.get("elect")
    return FoundingFacts(
        county=root().name,
        dated=act.on,
        number=act.number,
        received=act.case.number,
        unit=row.name,
        unit_kind=catalogue().codes["unit-kind"].entries[row.unit_kind].label,
        employees=str(row.employees),
        women=str(row.women),
        union=str(told.get("union_name", "")),
        joint=told.get("union_kind") == "41",
        above=parent_of(act).name,
        group=tuple(names_of(str(told.get("group", "")))),
        group_head=str(told.get("group_head", "")),
        opinions=str(told.get("opinions", "")),
        requested=chinese_date(requested.on) if requested else chinese_date(act.on),
        members=str(told.get("members", "")),
        groups=str(told.get("groups", "")),
        chair=str(told.get("chair", "")),
        chair_job=str(told.get("chair_job", "")),
        committee=tuple(names_of(str(told.get("committee", "")))),
        term=catalogue().cases[act.case.edition].asks["term_years"].choices.get(str(told.get("term_years", "")), ""),
        term_ends=chinese_date(last_day_of_term(act)) if told.get("term_years") else "",
        elected=chinese_date(elected.on) if elected else "",
        entitled=str(told.get("entitled", "")),
        present=str(told.get("present", "")),
        votes=str(told.get("votes", "")),
    )


DRAWN: Mapping[str, Draw] = {
    "request": drawn(founding_request, facts_of),
    "prep-reply": drawn(group_reply, facts_of),
    "candidates-reply": drawn(candidates_reply, facts_of),
    "report": drawn(election_report, facts_of),
    "reply": drawn(election_reply, facts_of),
}
