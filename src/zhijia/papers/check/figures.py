"""Checks of the figures: every number is bound, prints what the snapshot holds, and adds up."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from zhijia.papers.blocks import Block, Form, Table
from zhijia.papers.check.facts import Facts, FigureFact
from zhijia.papers.check.verdict import Rule, Verdict
from zhijia.papers.paper import Paper, lines_of
from zhijia.papers.runs import Bound, Run, Runs, Text, plain

RULEBOOK = "数据绑定规则"
BOUND = Rule("figures.bound", RULEBOOK, "must")
VALUE = Rule("figures.value", RULEBOOK, "must")
SUMS = Rule("figures.sums", RULEBOOK, "must")
RATES = Rule("figures.rates", RULEBOOK, "must")
SETS = Rule("figures.sets", RULEBOOK, "must")

# Digits that are not figures: dates and times, document and issue numbers, clause and attachment numbers, telephones,
# periods of grace in days, heading marks.
NOT_FIGURES = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{4}(?:[—～-]\d{4})?年度?|"
    r"\d{1,2}(?:[—～-]\d{1,2})?月(?:\d{1,2}日|份|底|末)?|\d{1,2}日|\d{1,2}时(?:\d{1,2}分)?|"
    r"〔\d{4}〕\d+号|第\d+[期条款项章节号]|附件\d+|0\d{2,3}[—-]\d{7,8}|(?<!\d)1\d{10}(?!\d)|\d+个工作日|\d+[天日]内|"
    r"^\s*(?:\d+\.(?!\d)|（\d+）)"
)
PERSONAL = re.compile(r"\d{9,}[\dXx]")
DIGITS = re.compile(r"\d[\d.,，%％]*")


def unbound(line: Runs, names: Collection[str] = ()) -> list[str]:
    """Numbers in the unbound words of a line; digits inside a known name (50人以上…率) are part of the name."""
    words = "\u0000".join(run.text if isinstance(run, Text) else "" for run in line)
    for name in sorted(names, key=len, reverse=True):
        words = words.replace(name, "")
    return DIGITS.findall(NOT_FIGURES.sub("", words))


def shortened(words: str) -> str:
    """Long numbers cut to three and two digits: a verdict must not spread the number of a person further."""
    return PERSONAL.sub(lambda found: f"{found[0][:3]}…{found[0][-2:]}", words)


def free_lines(blocks: tuple[Block, ...], free: tuple[str, ...]) -> Iterator[Runs]:
    """Lines that must not hold an unbound number: all but the cells of columns named in `free`."""
    for block in blocks:
        if isinstance(block, Table):
            kept = [at for at, column in enumerate(block.columns) if column.title not in free]
            yield from (cells[at] for cells in block.rows for at in kept)
        elif isinstance(block, Form):
            yield from (cell.runs for row in block.rows for cell in row)
        else:
            yield from lines_of((block,))


def all_blocks(paper: Paper) -> tuple[Block, ...]:
    """Body and attachments."""
    return (*paper.blocks, *(block for item in paper.attachments for block in item.blocks))


def bound_runs(paper: Paper) -> list[Bound]:
    """Every bound figure in reading order."""
    return [run for line in lines_of(all_blocks(paper)) for run in line if isinstance(run, Bound)]


def check_bound(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """No number without a figure behind it."""
    lines = free_lines(all_blocks(paper), facts.lexicon.free_columns)
    names = [name for name in facts.names if any(letter.isdigit() for letter in name)]
    hits = [(number, line) for line in lines for number in unbound(line, names)]
    faults = [
        f"“{shortened(plain(line))[:24]}”中的数字“{shortened(number)}”没有绑定指标，请改为引用指标或改写。"
        for number, line in hits
    ]
    yield from BOUND.judged(faults, f"文中{len(bound_runs(paper))}处数字都已绑定指标。")


def check_values(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """What is printed is what the snapshot holds."""
    if facts.figures is None:
        yield VALUE.says("hand", "未提供数据快照，无法核对数字。")
        return
    faults = []
    for run in bound_runs(paper):
        fact = facts.figures.get(run.figure_ref)
        if fact is None:
            faults.append(f"“{run.text}”引用的指标“{run.figure_ref}”不在本次快照中。")
        elif fact.text != run.text:
            faults.append(f"“{run.text}”与快照数字“{fact.text}”不一致，可能被手工改动。")
    yield from VALUE.judged(list(dict.fromkeys(faults)), "文中数字与数据快照一致。")
    yield from check_sums(facts.figures)
    yield from check_rates(facts.figures)


def check_sums(figures: Mapping[str, FigureFact]) -> Iterator[Verdict]:
    """Totals equal the sums of their parts."""
    faults = []
    for ref, fact in figures.items():
        parts = [figures[part].value for part in fact.parts if part in figures]
        total = sum((value for value in parts if value is not None), Decimal(0))
        if fact.parts and (len(parts) != len(fact.parts) or total != fact.value):
            faults.append(f"合计“{ref}”为{fact.text}，分项之和为{total}，请核对。")
    yield from SUMS.judged(faults, "合计等于分项之和。")


def rate_text(fact: FigureFact) -> str:
    """The rate as it should be printed, with as many decimals as it is printed with; a dash without base."""
    if not fact.bottom or fact.top is None:
        return "—"
    decimals = len(fact.text.rstrip("%％").partition(".")[2])
    step = Decimal(1).scaleb(-decimals)
    return f"{(fact.top * 100 / fact.bottom).quantize(step, ROUND_HALF_UP)}%"


def check_rates(figures: Mapping[str, FigureFact]) -> Iterator[Verdict]:
    """Percentages recomputed from top and bottom, half up."""
    rates = {ref: fact for ref, fact in figures.items() if fact.top is not None and fact.bottom is not None}
    faults = [
        f"比率“{ref}”为{fact.text}，按{fact.top}÷{fact.bottom}应为{rate_text(fact)}。"
        for ref, fact in rates.items()
        if rate_text(fact) != fact.text
    ]
    yield from RATES.judged(faults, "百分比重新计算无误。")


def check_sets(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """“3个：甲、乙、丙” lists three."""
    faults = []
    for line in lines_of(paper.blocks):
        faults += [fault for pair in pairwise(line) if (fault := set_fault(*pair))]
    yield from SETS.judged(faults, "名单个数与数字一致。")


def set_fault(count: Run, after: Run) -> str:
    """A bound count followed by a list of names of another length."""
    found = re.match(r"[个家]：([^；。]+)", after.text)
    if not (isinstance(count, Bound) and found and count.text.isdigit()):
        return ""
    names = found[1].split("、")
    return f"“{count.text}个”之后列出了{len(names)}个名称，请核对。" if len(names) != int(count.text) else ""
