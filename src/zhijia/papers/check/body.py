"""Checks of the running text: full-width punctuation, no spacing by blanks, the standard ways of writing numbers."""

import re
from collections.abc import Iterator

from zhijia.papers.blocks import Para
from zhijia.papers.check.facts import Facts
from zhijia.papers.check.verdict import GB, NUMERALS, Rule, Verdict
from zhijia.papers.paper import Paper, full_text
from zhijia.papers.runs import plain

STOPS = Rule("body.punctuation", "GB/T 15834—2011", "usual")
BLANKS = Rule("body.blanks", GB + "7.3.3", "practice")
NUMBERS = Rule("body.numbers", NUMERALS, "usual")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fa5》”）][,;:?!()]|[,;:?!()][\u4e00-\u9fa5《“（]")
NUMBER_FAULTS = (
    (re.compile(r"(?<!\d)\d{2}年\d{1,2}月"), "年份“{hit}”应写全四位。"),
    (re.compile(r"(?<![\d.%])\d+(?:\.\d+)?[～~—-]\d+(?:\.\d+)?[%％]"), "“{hit}”两端都应带百分号，例如15%～30%。"),
    (re.compile(r"\d+万\d+千"), "“{hit}”不应混写，请写成小数加万或全部用阿拉伯数字。"),
    (
        re.compile(r"率(?:同比|比上年|较上年)?(?:提高|上升|下降|降低|增加|减少)了?\d+(?:\.\d+)?[%％]"),
        "“{hit}”：两个比率之差应称百分点。",
    ),
    (re.compile(r"(?:下降|减少|降低)了?\d+(?:\.\d+)?倍"), "“{hit}”：下降和减少不用倍数。"),
    (re.compile(r"[０-９％]+"), "“{hit}”应使用半角阿拉伯数字。"),
)


def check_stops(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Half-width marks beside Chinese characters."""
    hits = [found[0] for found in HALF_WIDTH.finditer(full_text(paper))]
    faults = [f"“{hit}”使用了半角标点，请改为全角。" for hit in dict.fromkeys(hits)]
    yield from STOPS.judged(faults, "标点均为全角。", "warn")


def check_blanks(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Indents and distances come from the layout, never from blanks or empty paragraphs."""
    lines = [plain(block.runs) for block in paper.blocks if isinstance(block, Para)]
    faults = [f"第{at}段是空段，请删去，段距由版式控制。" for at, line in enumerate(lines, 1) if not line.strip()]
    faults += [
        f"“{line.strip()[:10]}……”含有用于排版的空格，请删去。"
        for line in lines
        if line != line.strip() or re.search(r"[ 　]{2,}", line)
    ]
    yield from BLANKS.judged(faults, "没有用空格或空段排版。", "warn")


def check_numbers(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Years, ranges, percentage points, multiples, one style of decimals for rates."""
    text = full_text(paper)
    faults = [sentence.format(hit=found[0]) for form, sentence in NUMBER_FAULTS for found in form.finditer(text)]
    styles = {len(found[1] or "") for found in re.finditer(r"\d(\.\d+)?%", text)}
    if len(styles) > 1:
        faults.append("百分数的小数位数不统一，全文请保留同样的小数位。")
    yield from NUMBERS.judged(faults, "数字用法符合规定。", "warn")
