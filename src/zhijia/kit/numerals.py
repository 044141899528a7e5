"""Numbers as county papers write them: Arabic, Chinese, mixed (1.2万), and the spoken pairs (十五六, 两三百).

Kept apart from the plan reader because import sheets meet the same spellings.
"""

import re

DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
CHINESE = "零〇一二两三四五六七八九十百千万亿"

# Bounded on purpose: a megabyte of digits must not send the matcher back and forth.
ARABIC_PATTERN = r"(?:\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,15})(?:\.\d{1,6})?"
CHINESE_PATTERN = rf"[{CHINESE}]{{1,15}}(?:点[零〇一二三四五六七八九]{{1,4}})?"
PAIR = re.compile(r"([二三四五六七八九]?十)?([一二两三四五六七八九])([二三四五六七八九])([十百千])?([万亿])?")


def chinese(text: str) -> float:
    """The number a Chinese numeral names (三千二百 -> 3200, 二〇一四 -> 2014, 百 -> 100, 九十五点五 -> 95.5).

    Raises ValueError for anything that is not a numeral.
    """
    whole, _, fraction = text.partition("点")
    if not whole or any(character not in CHINESE for character in whole):
        raise ValueError(text)
    value = float(_positional(whole) if all(character in DIGITS for character in whole) else _additive(whole))
    if fraction:
        value += float("0." + "".join(str(DIGITS[character]) for character in fraction))
    return value


def number(text: str) -> float:
    """One numeral in either script, thousands commas and 千/万/亿 behind Arabic digits allowed. ValueError otherwise."""
    match = re.fullmatch(rf"({ARABIC_PATTERN})([十百千]?)([万亿]?)", text)
    if not match:
        return chinese(text)
    value = float(match[1].replace(",", "")) * TENS.get(match[2], 1)
    return float(round(value * MYRIADS.get(match[3], 1), 6))


def span(text: str) -> tuple[float, float | None]:
    """A numeral that may be a spoken pair: 十五六 -> (15, 16), 三四百 -> (300, 400), 十五 -> (15, None)."""
    pair = PAIR.fullmatch(text)
    if pair and DIGITS[pair[3]] == DIGITS[pair[2]] + 1:
        base = chinese(pair[1]) if pair[1] else 0.0
        scale = TENS.get(pair[4] or "", 1) * MYRIADS.get(pair[5] or "", 1)
        low, high = ((base + DIGITS[pair[place]]) * scale for place in (2, 3))
        return low, high
    return number(text), None


def _positional(text: str) -> int:
    return int("".join(str(DIGITS[character]) for character in text))


def _additive(text: str) -> int:
    """Read 三万五千二百 by closing a section at each 万 and 亿; a bare 百 counts as one hundred."""
    total = section = digit = 0
    last_unit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
            last_unit = 1 if character in "零〇" else last_unit
        elif character in TENS:
            section += (digit or 1) * TENS[character]
            digit, last_unit = 0, TENS[character]
        else:
            here = section + digit
            if character == "亿":
                total, here = 0, total + here
            total += (here or 1) * MYRIADS[character]
            section, digit, last_unit = 0, 0, MYRIADS[character]
    # 三百五, 两万五: the digit left over stands one place below the last unit.
    return total + section + digit * (last_unit // 10 if last_unit > 10 else 1)
