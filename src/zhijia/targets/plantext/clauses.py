"""Where clauses and sentences begin and end, and which stretches of a paragraph are not to be read as quantities."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from zhijia.targets.plantext import reasons

LONGEST_SENTENCE = 600
STOPS = re.compile(r"[。!?]")
CLAUSE_MARKS = re.compile(r"[,;。!?:()]")
FINE_MARKS = re.compile(r"[,;。!?:()、]")

CN = "一二两三四五六七八九十"
# Each pattern is a stretch whose figures are never targets, with the reason shown to the officer.
SEALED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (reasons.DOCUMENT_NUMBER, re.compile(r"[〔\[(]\d{4}[〕\])]\d{1,5}号|第?\d{1,5}号令?")),
    (reasons.DOCUMENT_NAME, re.compile(r"《[^》]{1,80}》")),
    (reasons.QUOTED, re.compile(r"“[^“”]{1,20}”|\"[^\"]{1,20}\"|‘[^‘’]{1,20}’|「[^」]{1,20}」")),
    (
        reasons.SLOGAN_NUMBER,
        re.compile(r"\d[+加]\d(?:[+加][\dXxNn])*|[" + CN + r"\d]{1,3}个(?:率|有|一|普遍|全面|坚持|信赖|百分百)(?!般)"),
    ),
    (
        reasons.SLOGAN_NUMBER,
        re.compile(
            r"一[^,。;\d]一(?:[品策档案特卡码]|[^,。;\d])|(?<![一二两三四五六七八九十\d])[百千万](?:日|人|企|名|家)(?=大(?!关)|计划|行动|攻坚|会战|竞赛|工程|助|进)"
        ),
    ),
    (
        reasons.ORDINAL,
        re.compile(
            r"["
            + CN
            + r"]{1,3}届["
            + CN
            + r"]{1,3}次|第["
            + CN
            + r"\d]{1,3}(?:届|次|批|轮|条|款|项|章|期|个|名|位|类|种|部分|阶段|方阵|[件桩步关仗张道场站课家组片层句])|首[届批次]|(?<![\d第])["
            + CN
            + r"]类(?=[^,。;、])|时间过半|任务过半"
        ),
    ),
    (
        reasons.SCORING,
        re.compile(
            r"(?<![十百\d])[一二三四五六七八九](?:[、和至-][一二三四五六七八九]){0,6}项(?=各?(?:占|为)?\d{1,3}分)"
        ),
    ),
    (reasons.COPIES, re.compile(r"共?印(?:发|制)?\d{1,4}份(?=\)?$)|各执[一两\d]份|一式[一两二三四五六七八\d]{1,2}份")),
    (reasons.NUMBERING, re.compile(r"第\d{1,2}(?:[、和至-]\d{1,2}){1,6}[项条款]")),
    (reasons.PLACE, re.compile(r"(?:前|后|末|倒数)[" + CN + r"\d]{1,3}(?:名|位|强)|[" + CN + r"]强|\d{2,4}强")),
    (reasons.ADMISSION, re.compile(r"[一二三]本(?=以上|院校|线|及)")),
    (reasons.CLOCK, re.compile(r"\d{1,2}:\d{2}|[上下]午\d{1,2}[时点](?:\d{1,2}分|半)?|\d{1,2}[时点]\d{1,2}分")),
    (reasons.NUMBERING, re.compile(r"(?<=[。;:])\d{1,2}[、.](?!\d)")),
)


@dataclass(frozen=True)
class Bounds:
    """Sorted positions of marks in a paragraph, to find the stretch around a place in logarithmic time."""

    places: list[int]
    length: int

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The stretch between the marks around [start, end), the marks themselves left out."""
        left = bisect_right(self.places, start - 1) - 1
        right = bisect_right(self.places, end - 1)
        return (
            self.places[left] + 1 if left >= 0 else 0,
            self.places[right] if right < len(self.places) else self.length,
        )


ASIDE = re.compile(r"\([^()\d,。;:]{1,5}\)")


def asides_in(text: str) -> list[tuple[int, int]]:
    """Short brackets inside a noun, 乡镇(街道)总工会, which end no clause."""
    return [
        (match.start(), match.end())
        for match in ASIDE.finditer(text)
        if match.start() and not re.fullmatch(r"\([一二三四五六七八九十]+\)", match[0])
    ]


def bounds(text: str, marks: re.Pattern[str], inside: list[tuple[int, int]]) -> Bounds:
    """Positions of `marks` outside the stretches `inside` (dates, quoted names), which must be sorted."""
    places, stretches = [], iter([*inside, (len(text), len(text))])
    current = next(stretches)
    for match in marks.finditer(text):
        while match.start() >= current[1] and current[0] < len(text):
            current = next(stretches)
        if not current[0] <= match.start() < current[1]:
            places.append(match.start())
    return Bounds(places, len(text))


def sentence_bounds(text: str, inside: list[tuple[int, int]]) -> Bounds:
    """Sentence ends; a text without any is cut so that no sentence grows beyond a bound."""
    places = bounds(text, STOPS, inside).places
    cut, last = [], -1
    for place in [*places, len(text)]:
        while place - last > LONGEST_SENTENCE:
            last += LONGEST_SENTENCE
            cut.append(last)
        if place < len(text):
            cut.append(place)
        last = place
    return Bounds(cut, len(text))


def sealed_in(text: str) -> list[tuple[int, int, str]]:
    """Stretches never read as quantities: (start, end, reason), in order of position."""
    return sorted(
        (match.start(), match.end(), reason) for reason, pattern in SEALED for match in pattern.finditer(text)
    )
