"""Checks of the title: form, kind, length, shape of its lines, punctuation."""

import re
from collections.abc import Iterator

from zhijia.papers.check.facts import Facts
from zhijia.papers.check.verdict import GB, Rule, Verdict
from zhijia.papers.paper import Paper
from zhijia.papers.titles import title_lines

FORM = Rule("title.form", GB + "7.3.1", "usual")
KIND = Rule("title.kind", GB + "7.3.1", "must")
LENGTH = Rule("title.length", GB + "7.3.1", "practice")
SHAPE = Rule("title.shape", GB + "7.3.1", "must")
STOPS = Rule("title.punctuation", GB + "7.3.1", "usual")
MOST_LINES = 3
ABOUT = re.compile(r"关于.+的[\u4e00-\u9fa5]{1,3}")
STRAY = re.compile(r"[，。；：！？,.;:!?·]")


def check_form(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """关于…的 + kind; the kind is the chosen one."""
    title = paper.title.replace("\n", "")
    known = facts.lexicon.kinds.get(paper.kind)
    if paper.format == "minutes" and not title:
        return
    if not (known and known.slip):
        faults = [] if ABOUT.search(title) else [f"标题“{title}”缺少“关于……的{paper.kind}”的写法。"]
        yield from FORM.judged(faults, "标题由发文机关、事由和文种组成。", "warn")
    faults = [] if title.endswith(paper.kind) else [f"标题的文种与所选文种“{paper.kind}”不一致，请改标题或改文种。"]
    yield from KIND.judged(faults, f"标题文种为{paper.kind}。")


def shape_fault(lengths: list[int]) -> str:
    """Name of a forbidden shape, empty for trapezoid and diamond."""
    if len(lengths) > 1 and len(set(lengths)) == 1:
        return "矩形"
    if any(left > middle < right for left, middle, right in zip(lengths, lengths[1:], lengths[2:], strict=False)):
        return "沙漏形"
    return ""


def check_lines(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Number of lines, their shape, and stray punctuation."""
    lines = title_lines(paper.title)
    faults = [f"标题排成{len(lines)}行，过长，请精简。"] if len(lines) > MOST_LINES else []
    yield from LENGTH.judged(faults, "标题长度适当。", "warn")
    shape = shape_fault([len(line) for line in lines])
    faults = [f"标题各行排成{shape}，应为梯形或菱形，请调整断行。"] if shape else []
    yield from SHAPE.judged(faults, "标题排列为梯形或菱形。")
    stray = STRAY.findall(paper.title)
    faults = (
        [f"标题中出现标点“{'、'.join(dict.fromkeys(stray))}”，除书名号、引号、括号外一般不用标点。"] if stray else []
    )
    yield from STOPS.judged(faults, "标题未使用多余标点。", "warn")
