"""Checks of what each kind of paper may and may not say."""

import re
from collections.abc import Iterator

from zhijia.papers.check.facts import Facts
from zhijia.papers.check.verdict import Rule, Verdict
from zhijia.papers.lexicon import Kind
from zhijia.papers.paper import Paper, body_text, full_text

RULEBOOK = "党政机关公文处理工作条例"
KNOWN = Rule("kind.known", RULEBOOK, "must")
FORBIDDEN = Rule("kind.forbidden", RULEBOOK, "must")
ONE_ADDRESSEE = Rule("kind.one-addressee", RULEBOOK, "must")
ONE_MATTER = Rule("kind.one-matter", RULEBOOK, "must")
COPY_DOWN = Rule("kind.copy-down", RULEBOOK, "must")
CITES = Rule("kind.cites", RULEBOOK, "usual")
CLOSING = Rule("kind.closing", RULEBOOK, "practice")
CONTACT = Rule("kind.contact", RULEBOOK, "practice")
DOWNWARD = re.compile(r"各镇|各基层|基层工会|工会工委|各工会|县直.*工会")
CITED = re.compile(r"《[^》]+》（[\u4e00-\u9fa5]+〔20\d\d〕[1-9]\d*号）")
DEADLINE = re.compile(r"\d月\d{1,2}日|\d+月底|年底|工作日内")


def check_kind(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Kind known; forbidden phrases; closing phrase of the kind."""
    kind = facts.lexicon.kinds.get(paper.kind)
    if kind is None:
        yield KNOWN.says("fail", f"“{paper.kind}”不是已登记的文种，请从列表中选择。")
        return
    text = full_text(paper)
    faults = [
        f"{paper.kind}中不得出现“{phrase}”，请删去或改用其他文种。" for phrase in kind.forbidden if phrase in text
    ]
    yield from FORBIDDEN.judged(faults, f"没有{paper.kind}不得使用的用语。")
    if kind.one_addressee:
        yield from check_request(paper)
    if kind.cites_number:
        faults = (
            []
            if CITED.search(text)
            else [f"{paper.kind}应引用来文标题和字号，例如《关于……的请示》（某工发〔2026〕3号）。"]
        )
        yield from CITES.judged(faults, "已引用来文标题和字号。")
    yield from check_closing(paper, kind)
    if paper.kind == "通知":
        yield from check_contact(text)


def check_request(paper: Paper) -> Iterator[Verdict]:
    """请示: one addressee, one matter, no copy to those below."""
    bodies = [name for entry in paper.addressees for name in re.split(r"[、，,和]", entry) if name]
    faults = [f"请示只能主送一个上级机关，现有{len(bodies)}个：{'、'.join(bodies)}。"] if len(bodies) != 1 else []
    yield from ONE_ADDRESSEE.judged(faults, "请示只有一个主送机关。")
    yield ONE_MATTER.says("hand", "请示应一文一事，请人工确认。")
    faults = [f"请示不得抄送下级机关“{name}”，请删去。" for name in paper.copy_to if DOWNWARD.search(name)]
    yield from COPY_DOWN.judged(faults, "请示没有抄送下级机关。")


def check_closing(paper: Paper, kind: Kind) -> Iterator[Verdict]:
    """One of the customary closings; 通知如下 makes 特此通知 superfluous."""
    if not kind.closings:
        return
    text = body_text(paper)
    opened = f"{paper.kind}如下" in text
    faults = [] if opened or any(phrase in text for phrase in kind.closings) else [
        f"{paper.kind}一般以“{'”或“'.join(kind.closings)}”结尾，请确认。"
    ]  # fmt: skip
    yield from CLOSING.judged(faults, "结语符合文种习惯。", "warn")


def check_contact(text: str) -> Iterator[Verdict]:
    """A 通知 that asks for something says by when and whom to call."""
    missing = [word for word, found in (("时限", DEADLINE.search(text)), ("联系人和电话", "电话" in text)) if not found]
    faults = [f"通知中没有写明{'、'.join(missing)}，如布置工作请补上。"] if missing else []
    yield from CONTACT.judged(faults, "通知写明了时限和联系方式。", "warn")
