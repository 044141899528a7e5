"""Checks of the heading numbers: 一、（一）1.（1）, in order, without jumps, gaps or stray marks."""

import re
from collections.abc import Iterator

from zhijia.papers.blocks import Block, Heading, chinese_count
from zhijia.papers.check.facts import Facts
from zhijia.papers.check.verdict import GB, Rule, Verdict
from zhijia.papers.paper import Paper

MARKS = Rule("body.marks", GB + "7.3.3", "must")
ORDER = Rule("body.order", GB + "7.3.3", "must")
FORMS = (
    (1, re.compile(r"([一二三四五六七八九十]+)、")),
    (2, re.compile(r"（([一二三四五六七八九十]+)）(?!、)")),
    (3, re.compile(r"(\d+)\.(?!\d)")),
    (4, re.compile(r"（(\d+)）(?!、)")),
)
COUNTS = {chinese_count(number): number for number in range(1, 100)}
EXPECTED = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}
FAULTS = (
    (re.compile(r"[（(][一二三四五六七八九十\d]+[）)]、"), "“{mark}”：括号后不加顿号，请删去顿号。"),
    (re.compile(r"\([一二三四五六七八九十\d]+\)"), "“{mark}”：应使用全角括号。"),
    (re.compile(r"\d+[、．。]"), "“{mark}”：阿拉伯数字序号后用下脚点，例如“1.”。"),
    (re.compile(r"[一二三四五六七八九十]+[.．,，]"), "“{mark}”：一级标题序号后用顿号，例如“一、”。"),
)


def numbered(text: str) -> tuple[int, int] | None:
    """Level and number of a heading's mark."""
    for level, form in FORMS:
        found = form.match(text)
        if found:
            number = COUNTS.get(found[1]) if level < 3 else int(found[1])
            return (level, number) if number else None
    return None


def mark_fault(text: str) -> str:
    """What is wrong with the mark a line opens with."""
    for form, sentence in FAULTS:
        found = form.match(text)
        if found:
            return "序号" + sentence.format(mark=found[0])
    return ""


def opening(block: Block) -> str:
    """The words a block opens with; tables have none."""
    if isinstance(block, Heading):
        return block.text
    line = getattr(block, "runs", ())
    return line[0].text if line else ""


def check_marks(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Each mark is written the way its level asks, in headings and in paragraphs that open with one."""
    faults = []
    for block in paper.blocks:
        text = opening(block)
        fault = mark_fault(text)
        if not fault and isinstance(block, Heading) and (numbered(text) or (0, 0))[0] != block.level:
            fault = f"标题“{text[:12]}”的序号与其层级不符，应形如“{EXPECTED[block.level]}”。"
        faults += [fault] if fault else []
    yield from MARKS.judged(faults, "结构层次序数写法正确。")


def check_order(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Numbers of one level follow one another; a level opens with 1; no level is skipped but （一） under 一、."""
    faults: list[str] = []
    last = {1: 0, 2: 0, 3: 0, 4: 0}
    for block in paper.blocks:
        place = numbered(opening(block))
        if place is None:
            continue
        level, number = place
        if number != last[level] + 1:
            wanted = EXPECTED[level].replace("一", chinese_count(last[level] + 1)).replace("1", str(last[level] + 1))
            faults.append(f"序号“{opening(block)[:8]}”前缺少“{wanted}”，层次序数应连续。")
        last[level] = number
        last.update({deeper: 0 for deeper in last if deeper > level})
        if level == 4 and not last[3]:
            faults.append(f"序号“{opening(block)[:8]}”越过了“1.”一级，请按一、（一）1.（1）的顺序使用。")
    yield from ORDER.judged(faults, "结构层次连续，没有跳号和越级。")
