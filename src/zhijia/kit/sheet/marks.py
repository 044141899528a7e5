"""Rows that are not data: totals, signatures, notes, samples, and lines that name the unit for the rows below."""

from __future__ import annotations

import re

_TOTAL = re.compile(r".{0,16}?[合小总共累]\s*计\s*[:：]?")
_TAIL = re.compile(
    r"(?:单位)?(?:填表|制表|填报|审核|复核|经办|负责|主管|联系)(?:人|单位|日期|时间|电话)?(?:签[字名章])?\s*[:：(（].*"
    r"|(?:填表|填写)?(?:说明|须知)\s*[:：]?.*|(?:备注|附注|注)(?:\s*\d*\s*[:：].*)?|\d{4}年\d{1,2}月\d{1,2}日",
    re.DOTALL,
)
_SAMPLE = re.compile(r"[(（]?(?:填写)?(?:示例|样例)(?:行|数据)?\d*[)）]?|例\s*[:：].*")
_UNIT = re.compile(
    r".*(?:工会|公司|单位|分会|车间|部门|委员会|医院|学校|机关|厂|所|站|社区|村)[)）]?.*|.*[:：].+", re.DOTALL
)

# First signs of cells that may open a row which is no data; others need not be looked at closely.
SUSPECT = frozenset("填制审复经负主联单备附注说示样例(（合小总共累本2")
SUSPECT_ENDS = frozenset("计：:")

DITTO = frozenset({"同上", "〃", "″", "″″", '"', "..", "同 上"})


def is_total(text: str) -> bool:
    """合计, 东区小计 …"""
    return _TOTAL.fullmatch(text.strip()) is not None


def is_tail(text: str) -> bool:
    """填表人：…, 填表说明, 注：…, a bare date below the table."""
    return _TAIL.fullmatch(text.strip()) is not None


def is_sample(text: str) -> bool:
    """The grey row of our template, and what offices write in its place."""
    return _SAMPLE.fullmatch(text.strip()) is not None


def names_a_unit(text: str) -> bool:
    """Does a line that stands alone say to which unit the following rows belong?"""
    return _UNIT.fullmatch(text.strip()) is not None
