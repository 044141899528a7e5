"""Checks of names: units as the register writes them, characters the typefaces can draw."""

from collections.abc import Iterator

from zhijia.papers.blocks import Table
from zhijia.papers.check.facts import Facts
from zhijia.papers.check.figures import all_blocks
from zhijia.papers.check.verdict import Rule, Verdict
from zhijia.papers.paper import Paper, full_text
from zhijia.papers.runs import plain

UNITS = Rule("names.units", "单位名称以台账为准", "must")
GLYPHS = Rule("names.glyphs", "生僻字检查", "practice")
UNIT_COLUMNS = frozenset({"单位", "单位名称"})
TOTAL_ROWS = frozenset({"合计", "小计", "全县"})


def unit_cells(table: Table) -> list[str]:
    """Names in the unit columns of a table."""
    places = [at for at, column in enumerate(table.columns) if column.title in UNIT_COLUMNS]
    return [plain(row[at]) for row in table.rows for at in places]


def check_units(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Units in tables exist in the register under that name."""
    if not facts.units:
        yield UNITS.says("hand", "未提供单位名册，请人工核对单位名称。")
        return
    named = [name for block in all_blocks(paper) if isinstance(block, Table) for name in unit_cells(block)]
    unknown = [name for name in dict.fromkeys(named) if name not in facts.units | TOTAL_ROWS]
    yield from UNITS.judged([f"单位“{name}”与台账名称不符，请核对。" for name in unknown], "单位名称与台账一致。")


def check_glyphs(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Every character can be drawn in the PDF."""
    if facts.fonts is None:
        return
    missing = facts.fonts.missing(full_text(paper))
    faults = [f"现有字体缺少“{letter}”字，PDF 中会显示为方框，请补装字体。" for letter in missing]
    yield from GLYPHS.judged(faults, "所有字符都有字形。")
