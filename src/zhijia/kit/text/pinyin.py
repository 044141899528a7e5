"""How names are read aloud: the surname's own reading first, then the ordinary reading of each character.

Dictionaries of words misread surnames (单 as dan, 曾 as ceng), so surnames have a table of their own. Persons are
read character by character, which is also fast enough for a whole county; units are read as phrases.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from types import ModuleType

# Surnames whose reading differs from the character's ordinary one, with the tone. The first reading sorts.
_SURNAMES = """
单:shan4 曾:zeng1 解:xie4 仇:qiu2 查:zha1 区:ou1 翟:zhai2/di2 召:shao4 任:ren2 朴:piao2
盖:ge3/gai4 乐:yue4/le4 缪:miao4 宁:ning4/ning2 华:hua4 燕:yan1 纪:ji3 员:yun4 种:chong2
秘:bi4 折:she2 繁:po2 覃:qin2/tan2 那:na1 哈:ha3 过:guo1 葛:ge3 隗:wei3/kui2 郇:xun2/huan2
谌:chen2/shen4 祭:zhai4 占:zhan1 相:xiang4 要:yao1 能:nai4 郗:xi1/chi1 牟:mou2/mu4
宓:mi4/fu2 句:gou1 角:jue2 柏:bai3/bo2 费:fei4/bi4 薄:bo2 洗:xian3 佴:nai4 令:ling2
阚:kan4 尉:wei4/yu4 长:zhang3/chang2 万:wan4/mo4 澹:tan2 俞:yu2/shu4 黑:he4/hei1 重:chong2
藏:zang1 卜:bu3 撒:sa3 炅:gui4 都:du1 乜:nie4 适:kuo4 钭:tou3 冯:feng2 贾:jia3 洪:hong2
仉:zhang3 厍:she4 褶:xi2
"""
SURNAMES: dict[str, tuple[str, ...]] = {entry[0]: tuple(entry[2:].split("/")) for entry in _SURNAMES.split()}
COMPOUND: dict[str, str] = {
    "万俟": "mo4 qi2",
    "尉迟": "yu4 chi2",
    "长孙": "zhang3 sun1",
    "令狐": "ling2 hu2",
    "澹台": "tan2 tai2",
    "单于": "chan2 yu2",
    "宰父": "zai3 fu3",
    "皇甫": "huang2 fu3",
    "独孤": "du2 gu1",
}
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+|.", re.DOTALL)
_SYLLABLE = re.compile(r"[a-zvê]+[1-5]")


@cache
def _dictionary() -> ModuleType:
    """The dictionary of readings, loaded when a name is first read aloud: it takes longer than most commands run."""
    import pypinyin

    return pypinyin


@lru_cache(maxsize=65536)
def readings_of(sign: str) -> tuple[str, ...]:
    """All readings of one character with tone digit ('shan4'); none for signs that are not read."""
    words = _dictionary()
    found = words.pinyin(sign, style=words.Style.TONE3, heteronym=True, neutral_tone_with_five=True, errors="ignore")
    own = SURNAMES.get(sign, ())
    every = dict.fromkeys([*own, *(reading for group in found for reading in group)])
    return tuple(reading for reading in every if _SYLLABLE.fullmatch(reading))


@lru_cache(maxsize=65536)
def toneless_readings(sign: str) -> tuple[str, ...]:
    """All readings of one character without tone, the surname's first; the sign itself where it is not read."""
    return tuple(dict.fromkeys(map(toneless, readings_of(sign)))) or (sign.lower(),)


@lru_cache(maxsize=65536)
def toneless(reading: str) -> str:
    """'shan' for 'shan4'; digits that stand for themselves stay."""
    return reading.rstrip("12345") if len(reading) > 1 else reading


@lru_cache(maxsize=65536)
def _ordinary(sign: str) -> str:
    words = _dictionary()
    found = words.lazy_pinyin(sign, style=words.Style.TONE3, neutral_tone_with_five=True, errors="ignore")
    return found[0] if found and _SYLLABLE.fullmatch(found[0]) else sign.lower()


def spell(name: str, *, person: bool = True) -> list[str]:
    """One entry per character, 'shan4' or the sign itself where it has no reading.

    For a person the surname is read as a surname; a unit's name is read as a phrase.
    """
    if not person:
        return [read for run in _HAN_RUN.findall(name) for read in _phrase(run)]
    surname = COMPOUND.get(name[:2])
    if surname and len(name) > 2:
        return surname.split() + [_ordinary(sign) for sign in name[2:]]
    return [_as_surname(sign) if at == 0 else _ordinary(sign) for at, sign in enumerate(name)]


def _phrase(run: str) -> list[str]:
    """A run of characters read with the dictionary of words; one other sign as it is."""
    words = _dictionary()
    read: list[str] = []
    if len(run) > 1:
        read = words.lazy_pinyin(run, style=words.Style.TONE3, neutral_tone_with_five=True)
    return read if len(read) == len(run) else [_ordinary(sign) for sign in run]


def _as_surname(sign: str) -> str:
    own = SURNAMES.get(sign)
    return own[0] if own else _ordinary(sign)
