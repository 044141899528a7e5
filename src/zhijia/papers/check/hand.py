"""What no program can judge: the reviewer's tick list, printed with every check."""

from collections.abc import Iterator

from zhijia.papers.check.facts import Facts
from zhijia.papers.check.verdict import GB, Rule, Verdict
from zhijia.papers.paper import Paper

LIST = (
    (Rule("hand.tone", "审核要点", "usual"), "政治用语、语气和分寸请审核人确认。"),
    (Rule("hand.print", GB + "6", "must"), "双面印刷，套印误差不超过2毫米，请印制时确认。"),
    (Rule("hand.binding", GB + "6", "must"), "左侧装订，不掉页，请装订时确认。"),
)
SEAL = Rule("hand.seal", GB + "7.3.5", "must")


def check_by_hand(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Tone, print, binding, and the seal where one is due."""
    for rule, sentence in LIST:
        yield rule.says("hand", sentence)
    if paper.sealed and paper.format != "minutes":
        yield SEAL.says("hand", "印章端正、居中下压发文机关和成文日期，请用印时确认。")
