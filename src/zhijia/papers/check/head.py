"""Checks of the head: number, place in its series, signer of upward papers."""

import re
from collections.abc import Iterator

from zhijia.papers.check.facts import Facts
from zhijia.papers.check.verdict import GB, Rule, Verdict
from zhijia.papers.paper import Paper, is_upward

NUMBER = Rule("head.number", GB + "7.2.5", "must")
YEAR = Rule("head.year", GB + "7.2.5", "must")
SERIAL = Rule("head.serial", GB + "7.2.5", "practice")
SIGNER = Rule("head.signer", GB + "7.2.6", "must")
NUMBER_FORM = re.compile(r"[\u4e00-\u9fa5]+〔(20\d\d)〕([1-9]\d*)号")
ISSUE_FORM = re.compile(r"第[1-9]\d*期")
WRONG_BRACKETS = re.compile(r"[\[\]【】()（）〈〉<>［］]")


def number_faults(number: str) -> list[str]:
    """What is wrong with 某工发〔2026〕12号, most specific first."""
    if NUMBER_FORM.fullmatch(number):
        return []
    if WRONG_BRACKETS.search(number):
        return [f"发文字号“{number}”的年份应使用六角括号〔〕，请改正。"]
    if re.search(r"第\d+号", number):
        return [f"发文字号“{number}”的序号前不加“第”字，请删去。"]
    if re.search(r"〕0\d*号", number):
        return [f"发文字号“{number}”的序号不编虚位，请去掉前面的0。"]
    if re.search(r"〔\d{2}〕", number):
        return [f"发文字号“{number}”的年份应写全四位。"]
    return [f"发文字号“{number}”的写法应为机关代字＋〔年份〕＋序号＋号，例如某工发〔2026〕12号。"]


def check_number(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Form and year of the number, and its place among the numbers already taken."""
    if not paper.number:
        yield NUMBER.says("hand", "尚无发文字号：字号在签发时取得，签发后请再检查一次。")
        return
    if paper.format == "minutes" and ISSUE_FORM.fullmatch(paper.number):
        yield NUMBER.says("pass", f"期号“{paper.number}”写法正确。")
        return
    yield from NUMBER.judged(number_faults(paper.number), f"发文字号“{paper.number}”写法正确。")
    found = NUMBER_FORM.fullmatch(paper.number)
    if found:
        year, serial = int(found[1]), int(found[2])
        wrong = (
            [f"发文字号年份为{year}年，成文日期为{paper.dated.year}年，请核对。"] if year != paper.dated.year else []
        )
        yield from YEAR.judged(wrong, "发文字号年份与成文日期一致。", "warn")
        yield from check_serial(serial, facts)


def check_serial(serial: int, facts: Facts) -> Iterator[Verdict]:
    """Unique and next in the series."""
    if facts.serials is None:
        yield SERIAL.says("hand", f"未提供本序列已用序号，请人工核对第{serial}号是否连续。")
    elif serial in facts.serials:
        yield SERIAL.says("fail", f"序号{serial}已被使用，请重新取号。")
    elif serial != max(facts.serials, default=0) + 1:
        yield SERIAL.says("warn", f"序号{serial}与上一号{max(facts.serials, default=0)}不连续，请核对是否漏号。")
    else:
        yield SERIAL.says("pass", f"序号{serial}连续且未重复。")


def check_signer(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Upward papers carry the signer, others do not."""
    if is_upward(paper) and not paper.signers:
        yield SIGNER.says("fail", f"{paper.kind}是上行文，版头应标注签发人，请补上。")
    elif not is_upward(paper) and paper.signers:
        yield SIGNER.says("fail", f"{paper.kind}不是上行文，版头不标注签发人，请删去。")
    else:
        yield SIGNER.says("pass", "签发人标注符合行文方向。")
