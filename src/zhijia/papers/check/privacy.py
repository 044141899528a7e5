"""Checks of personal data: nothing that identifies a person may stand in a paper that is posted or passed round."""

import re
from collections.abc import Iterator

from zhijia.papers.check.facts import Facts
from zhijia.papers.check.verdict import Rule, Verdict
from zhijia.papers.paper import Paper, full_text

LAW = "个人信息保护法"
NUMBERS = Rule("privacy.numbers", LAW, "must")
CHILDREN = Rule("privacy.children", LAW, "must")
PUBLIC_KINDS = frozenset({"公示", "公告", "通报"})
PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
PATTERNS = (
    ("身份证号", re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15})(?![\dXx])")),
    ("手机号码", PHONE),
    ("银行卡号", re.compile(r"(?<!\d)(?:\d{16}|\d{17}|\d{19}|\d{18})(?![\dXx])")),
)
JOINTS = re.compile(r"(?<=\d)[ \-—](?=\d{3,})")


def shown(digits: str) -> str:
    """Enough of the number to find it, not enough to misuse it."""
    return f"{digits[:3]}…{digits[-2:]}"


def leaks(text: str, *, office: bool = False) -> list[str]:
    """Sentences on ID numbers, telephones and cards; blanks and dashes between groups of digits do not hide one.

    `office`: the text names an office, whose telephone may stand there.
    """
    joined, seen, out = JOINTS.sub("", text), set(), []
    for name, form in PATTERNS:
        if office and form is PHONE:
            continue
        for found in form.finditer(joined):
            if found[0] not in seen:
                seen.add(found[0])
                out.append(f"文中出现疑似{name}“{shown(found[0])}”，请遮盖或删去。")
    return out


def check_privacy(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """A leak fails in a public paper and warns in any other."""
    open_to_all = paper.public or paper.kind in PUBLIC_KINDS
    text = full_text(paper)
    yield from NUMBERS.judged(leaks(text), "没有身份证号、手机号码和银行卡号。", "fail" if open_to_all else "warn")
    if facts.children:
        faults = [f"文中出现未成年人姓名（{name[0]}某），公开文件中请删去。" for name in facts.children if name in text]
        yield from CHILDREN.judged(faults, "没有未成年人姓名。", "fail" if open_to_all else "warn")
