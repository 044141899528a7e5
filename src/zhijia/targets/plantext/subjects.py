"""What a target is about, cut out of its clause: no date, no comparator, no figure."""

import re

from zhijia.targets.plantext.dates import DateMark

TRIM = re.compile(
    r"^(?:[一二三四五六七八九][是要]|\(?[一二三四五六七八九十\d]+[、.)]|[①-⑳●◆■·★▪•-]+|并|同时|其中|另|要|再|继续|还|也|将|我们|各镇|今年|力争|争取|确保|努力|计划|拟|全年|实现|到|在|于|前|以前|之前|使|让|的|:)+"
)
TAIL = re.compile(
    r"(?:达到?|要|均|都|应|力争|争取|确保|不少于|不低于|不超过|不高于|控制在|保持在|至少|突破|超过|为|到|至|约|近|各|:|的|提高|增加|下降|再|由|从|须|必须|完成)+$"
)
MODIFIERS = re.compile(r"^(?:以上|以下|以内|之内|之间|左右|及以上|的|多|余)+")
LONGEST = 40


def subject_of(before: str, after: str, previous: str) -> str:
    """The thing counted or rated; falls back on the clause before it when the clause has nothing but the figure."""
    head = TAIL.sub("", TRIM.sub("", before))
    tail = MODIFIERS.sub("", after)
    subject = (head + tail).strip(" ,;:、“”")
    return (subject or TAIL.sub("", TRIM.sub("", previous)))[:LONGEST]


def without_dates(text: str, start: int, end: int, marks: list[DateMark]) -> str:
    """The stretch [start, end) of a paragraph with its dates (and the 前 behind them) taken out."""
    pieces, last = [], start
    for mark in marks:
        if start <= mark.start < end:
            pieces.append(text[last : mark.start])
            last = max(last, mark.end)
            while last < end and text[last] in "前之以":
                last += 1
    return "".join([*pieces, text[last:end]])
