"""A pasted or scanned plan made readable: one spelling of digits and marks, blanks gone, broken lines joined.

Scans put blanks inside numbers, full-width digits and hard line ends in the middle of words. Every folded
character remembers where it stood in the file, so a proposal can always be shown in the officer's own text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

MARKS = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("—–―─﹣−－~～〜", "-")
    | {"○": "〇", "﹪": "%", "‰": "‰", "【": "(", "】": ")", "．": ".", "﹐": ",", "︰": ":", "\u3000": " "}
)
ENDS = "。!?;:"
MARKER = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}(?:部分|章|条|阶段)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)"
    r"|\(?\d{1,2}[.、)](?!\d)|[①-⑳]|[-●◆■·★*▪•]|附件|[一二三四五六七八九十][是要]"
)
# 一  年度目标: a blank does the work of the mark.
SPACED_MARK = re.compile(r"^(\s*[一二三四五六七八九十]{1,3})(\s+)(?=[^\s、,.]{2,18}$)")
BROKEN_NUMBER = re.compile(r"[\d,.]{0,6}[%万亿千百元家个名位户场次期项件条份支处人月日]")
# A line that opens with the end of a word: 4月底完|成;
CONTINUES = re.compile(r"[成内上下前位到毕束率名家][,;。、:]|以[上下内前]|[,;。、)]")
PAGE_NUMBER = re.compile(r"-\d{1,3}-|第\d{1,3}页(?:[,/]?共\d{1,3}页)?|\d{1,3}/\d{1,3}")
# A scanner's O and l between digits are a zero and a one.
ZERO = re.compile(
    r"(?<=\d)[oO]{1,4}(?=[\d万亿%.家个人名位户元份次支场期条件项所处座间篇批起例台队])|(?<=\d)[oO](?=[oO]?[\d%])"
)
ONE = re.compile(r"(?<![A-Za-z])[lI|](?=\d)|(?<=\d)[lI](?=\d)")
# 困难帮扶. 在档… written on a Latin keyboard.
LATIN_STOP = re.compile(r"(?<=[\u4e00-\u9fff%)”\"])\.(?=[\u4e00-\u9fff“\"(]|$)")
YEAR_ZERO = re.compile(r"(?<=[二2])[oO0〇零][oO0-3〇零一二三][oO\d〇零一二三四五六七八九](?=年)")
HEADING_WORDS = re.compile(
    r"(?:计划|要点|安排|打算|方案|意见|通知|讲话|报告|任务|目标|分解|(?<!代)表|办法|规划|思路|清单|责任书|责任状|协议书|措施|总结|文件)$"
)
# 第二季度 alone on its line heads the list below it.
PERIOD_LINE = re.compile(
    r"(?:20\d\d年)?(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}-)?\d{1,2}月份?)(?:(?:重点)?(?:工作|任务)(?:安排)?)?:?"
)
LONGEST_HEADING = 40
LONGEST_PARAGRAPH = 2000


@dataclass(frozen=True)
class Passage:
    """A paragraph or heading: folded text, and for each folded character its index in the original."""

    text: str
    at: list[int]

    def pieces(self) -> Iterator["Passage"]:
        """The passage itself, or pieces of bounded length: judging a figure looks over its whole paragraph."""
        start = 0
        while len(self.text) - start > LONGEST_PARAGRAPH:
            stop = (
                max(self.text.rfind(mark, start + LONGEST_PARAGRAPH // 2, start + LONGEST_PARAGRAPH) for mark in "。;,")
                + 1
            )
            stop = stop or start + LONGEST_PARAGRAPH
            yield Passage(self.text[start:stop], self.at[start:stop])
            start = stop
        yield Passage(self.text[start:], self.at[start:]) if start else self

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span in the original text that the folded span [start, end) came from."""
        return self.at[start], self.at[end - 1] + 1


def fold_line(text: str, offset: int) -> Passage:
    """One line without its blanks, in the one spelling; `offset` is where the line starts in the file."""
    spelt = SPACED_MARK.sub(lambda match: match[1] + "、" + match[2][1:], text.translate(MARKS))
    at = [offset + index for index, character in enumerate(spelt) if not character.isspace()]
    folded = "".join(spelt.split())
    folded = LATIN_STOP.sub("。", folded)
    folded = YEAR_ZERO.sub(lambda match: match[0].replace("O", "0").replace("o", "0"), folded)
    folded = ONE.sub("1", ZERO.sub(lambda match: "0" * len(match[0]), folded))
    return Passage(folded, at if len(at) == len(folded) else at[: len(folded)])


def lines_of(text: str) -> Iterator[tuple[str, int]]:
    """Lines with their offsets; every kind of line end counts as one, offsets stay those of the file."""
    pieces = text.splitlines(keepends=True)
    starts = accumulate((len(piece) for piece in pieces), initial=0)
    yield from (
        (piece.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), start)
        for piece, start in zip(pieces, starts, strict=False)
    )


def join_lines(lines: list[Passage], width: int) -> list[Passage]:
    """Paragraphs from folded lines: a line that a scanner broke runs on into the next one."""
    done: list[Passage] = []
    held: list[Passage] = []
    for line in lines:
        if PAGE_NUMBER.fullmatch(line.text):
            continue
        if held and (not line.text or not _runs_on(held, line, width)):
            done.append(_merged(held))
            held = []
        if line.text:
            held.append(line)
    return [*done, _merged(held)] if held else done


def _runs_on(held: list[Passage], line: Passage, width: int) -> bool:
    """Whether `line` continues the held lines: no full stop before it, no heading mark in front of it."""
    last = held[-1].text
    if last[-1].isdigit() and BROKEN_NUMBER.match(line.text):
        return True
    if re.search(r"\d[十百千万亿]{1,2}$", last) and re.match(r"[元家个名人户次份册张条件]|人次", line.text):
        return True
    if last[-1] not in ENDS and CONTINUES.match(line.text):
        return True
    if PERIOD_LINE.fullmatch(last) or PERIOD_LINE.fullmatch(line.text):
        return False
    if last[-1] in ENDS or (MARKER.match(line.text) and not line.text[0].isdigit()):
        return False
    if re.match(r"\d{1,2}[.、](?!\d)", line.text) and last[-1] not in "第至-约" and not last[-1].isdigit():
        return False
    if len(held) == 1 and _is_heading_line(last) and not re.match(r"[\d%,、家个名户份次件项期场万]", line.text):
        return False
    return len(last) >= width * 0.6


def _is_heading_line(text: str) -> bool:
    """A short line without inner stops that opens with a heading mark or closes like a title."""
    short = len(text) <= LONGEST_HEADING and not re.search(r"[,。;]", text)
    return short and bool(HEADING_WORDS.search(re.sub(r"\([^()]{1,30}\)$", "", text)))


def _merged(parts: list[Passage]) -> Passage:
    text = "".join(part.text for part in parts)
    text = ONE.sub("1", ZERO.sub(lambda match: "0" * len(match[0]), text))
    return Passage(text, [index for part in parts for index in part.at])
