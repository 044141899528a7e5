"""建会文书: the request and the report that go up, the three replies that come down, from plain values.

Official usage of 请示 and 批复: a request has one matter and one addressee and ends by asking for a reply; a reply
cites the request it answers and closes with 此复.
"""

from dataclasses import dataclass, replace
from datetime import date

from zhijia.papers.blocks import Block, para
from zhijia.papers.paper import Paper
from zhijia.papers.runs import Bound

REFERENCE = "case."
NUMBERS = ("employees", "women", "members", "groups", "entitled", "present", "votes")


@dataclass(frozen=True, slots=True)
class FoundingFacts:
    """All the five papers print. Numbers come as words already and stay bound to the fact of the case they are;
    `received`: the number under which the case was registered, by which a reply cites what came in."""

    county: str
    dated: date
    number: str
    received: str
    unit: str
    unit_kind: str
    employees: str
    women: str
    union: str
    joint: bool
    above: str
    group: tuple[str, ...]
    group_head: str
    opinions: str
    requested: str
    members: str
    groups: str
    chair: str
    chair_job: str
    committee: tuple[str, ...]
    term: str
    term_ends: str
    elected: str
    entitled: str
    present: str
    votes: str

    @property
    def prep(self) -> str:
        """The preparatory group's name."""
        return f"{self.union.removesuffix('委员会')}筹备组"


def founding_request(facts: FoundingFacts) -> Paper:
    """F2-02, from the workplace to the union above it."""
    form = "联合建立工会" if facts.joint else "单独建立工会"
    size = (
        f"我单位为{facts.unit_kind}，现有职工",
        _fact(facts, "employees"),
        "人，其中女职工",
        _fact(facts, "women"),
        "人。",
    )
    return _up(
        facts, "请示", f"关于成立{facts.union}的请示", facts.unit, facts.group_head,
        (
            para(*size, f"为维护职工合法权益，根据《中华人民共和国工会法》和《中国工会章程》，拟{form}，现将有关事项请示如下："),
            para(f"一、拟成立{facts.union}，隶属{facts.above}。"),
            para(f"二、职工和单位的意见：{facts.opinions.rstrip('。')}。"),
            para(f"三、拟成立工会筹备组，由{'、'.join(facts.group)}组成，{facts.group_head}任组长，负责发展会员和选举的筹备工作。"),
            para("妥否，请批示。"),
        ),
    )  # fmt: skip


def group_reply(facts: FoundingFacts) -> Paper:
    """F2-03, the group that acts until the election."""
    return _down(
        facts, f"关于同意成立{facts.prep}的批复", facts.unit,
        f"《关于成立{facts.union}的请示》", facts.requested,
        (
            para(f"一、同意成立{facts.prep}，由{'、'.join(facts.group)}组成，{facts.group_head}任组长。"),
            para("二、筹备组在工会委员会选举产生前代行其职责，请按照《中国工会章程》发展会员、划分工会小组，做好候选人酝酿和选举筹备工作。"),
            para("三、候选人名单请在选举前报我会审批。"),
        ),
    )  # fmt: skip


def candidates_reply(facts: FoundingFacts) -> Paper:
    """F2-07, before the vote."""
    return _down(
        facts, f"关于{facts.union}候选人的批复", facts.prep, "《关于工会候选人的报告》", "",
        (
            para(f"一、同意{'、'.join(facts.committee)}为{facts.union}委员候选人。"),
            para(f"二、同意{facts.chair}为主席候选人。"),
            para(f"三、本届任期{facts.term}。请召开会员（代表）大会，采取无记名投票方式进行选举，并将选举结果报我会审批。"),
        ),
    )  # fmt: skip


def election_report(facts: FoundingFacts) -> Paper:
    """F2-09, what the assembly decided; a report asks for nothing but to be read."""
    return _up(
        facts, "报告", f"关于{facts.union}选举结果的报告", facts.union, facts.chair,
        (
            para(f"我会于{facts.elected}召开会员（代表）大会，选举产生第一届委员会，现将有关情况报告如下："),
            para(
                "一、全体会员", _fact(facts, "members"), "人，分为", _fact(facts, "groups"), "个工会小组。应到会",
                _fact(facts, "entitled"), "人，实到会", _fact(facts, "present"), "人，符合规定人数。",
            ),
            para(
                f"二、大会以无记名投票方式，选举{'、'.join(facts.committee)}为委员，{facts.chair}为主席，得票",
                _fact(facts, "votes"), "票，超过应到会人数的半数。",
            ),
            para(f"三、本届委员会任期{facts.term}。"),
            para("特此报告。"),
        ),
    )  # fmt: skip


def election_reply(facts: FoundingFacts) -> Paper:
    """F2-10, from whose day and number the union counts."""
    return _down(
        facts, f"关于{facts.union}选举结果的批复", facts.union,
        f"《关于{facts.union}选举结果的报告》", "",
        (
            para(f"一、同意成立{facts.union}，隶属{facts.above}。"),
            para(f"二、同意{'、'.join(facts.committee)}为第一届委员会委员，{facts.chair}为主席。"),
            para(f"三、第一届委员会任期{facts.term}，到{facts.term_ends}届满。"),
            para("请及时办理刻章挂牌、工会法人资格登记、开户和经费税务登记，做到规范运转。"),
        ),
    )  # fmt: skip


def _fact(facts: FoundingFacts, name: str) -> Bound:
    """A number of the case, bound to the fact it is."""
    return Bound(str(getattr(facts, name)), f"{REFERENCE}{name}")


def numbers_of(facts: FoundingFacts) -> dict[str, str]:
    """The bound numbers as they may be printed, by their reference: what the checker compares a paper with."""
    return {f"{REFERENCE}{name}": str(getattr(facts, name)) for name in NUMBERS}


def _up(facts: FoundingFacts, kind: str, title: str, issuer: str, signer: str, blocks: tuple[Block, ...]) -> Paper:
    """A paper from a unit: no red head and no number of ours, its own seal; who answers for it signs."""
    return Paper(
        kind=kind, title=title, issuer=issuer, dated=facts.dated, blocks=blocks, format="slip",
        addressees=(facts.above,), page_number="centred", signers=(signer,),
    )  # fmt: skip


def _down(facts: FoundingFacts, title: str, addressee: str, request: str, day: str, blocks: tuple[Block, ...]) -> Paper:
    """A reply of the county federation: red head, number, the request it answers, 此复."""
    received = f"你单位{day}{request}（收文{facts.received}）收悉。经研究，批复如下："
    paper = Paper(
        kind="批复", title=title, issuer=facts.county, dated=facts.dated,
        blocks=(para(received), *blocks, para("此复。")), head=f"{facts.county}文件", number=facts.number,
        addressees=(addressee,), printed_by=f"{facts.county}办公室", printed_on=facts.dated,
    )  # fmt: skip
    return replace(paper, copy_to=(facts.above,)) if facts.above not in (facts.county, addressee) else paper
