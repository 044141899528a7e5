"""What was typed to the questions of a case, read and kept."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from zhijia.kit.money import format_yuan, yuan
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.asks import Ask
from zhijia.schemes.words import said

FEN, YUAN = 2, "元"
YES, NO = "是", "否"
LONGEST = {"text": 120, "long": 2000}
MISSING = gettext_noop("请填写“%(label)s”。")
TOO_LONG = gettext_noop("“%(label)s”最多%(most)s个字，现有%(count)s个，请缩短。")
NOT_A_NUMBER = gettext_noop("“%(label)s”应为数字，现为“%(text)s”，请改正。")
TOO_FINE = gettext_noop("“%(label)s”最多%(places)s位小数，现为%(text)s，请核对。")
TOO_SMALL = gettext_noop("“%(label)s”不能小于%(least)s，现为%(text)s，请核对。")
NOT_A_DAY = gettext_noop("“%(label)s”应为日期，如 2014-09-30，现为“%(text)s”，请改正。")
NOT_A_CHOICE = gettext_noop("“%(label)s”没有“%(text)s”这个选项，可选：%(allowed)s。")
NOBODY_ASKED = gettext_noop("这一步没有“%(key)s”这一项，请刷新页面后重新填写。")


def read_answers(asks: Mapping[str, Ask], typed: Mapping[str, object]) -> dict[str, str | bool]:
    """What was typed as it is kept: text, ISO day, plain number, yes or no; empty ones are left out.

    Problem for the first answer that is missing, unreadable or was never asked.
    """
    for key in typed:
        if key not in asks:
            raise Problem(NOBODY_ASKED, key=key)
    read: dict[str, str | bool] = {}
    for key, ask in asks.items():
        given = typed.get(key)
        if ask.type == "flag":
            read[key] = given in (True, "on", "true", "1", "yes")
        elif (text := _text(given)) != "":
            read[key] = _READERS[ask.type](ask, text)
        elif ask.required:
            raise Problem(MISSING, label=said(ask.label))
    return read


def answer_words(ask: Ask, answer: object) -> str:
    """An answer as a page prints it; choices by their label, money with commas, nothing for nothing."""
    if isinstance(answer, bool):
        return said(YES if answer else NO)
    if ask.type == "money" and answer:
        return f"{format_yuan(yuan(str(answer))).removesuffix('.00')} {said(YUAN)}"
    if ask.unit and answer:
        return f"{answer} {said(ask.unit)}"
    return said(ask.choices.get(str(answer), "")) or str(answer) if answer is not None else ""


def _text(given: object) -> str:
    return given.isoformat() if isinstance(given, dt.date) else str(given if given is not None else "").strip()


def _plain(ask: Ask, text: str) -> str:
    if len(text) > LONGEST[ask.type]:
        raise Problem(TOO_LONG, label=said(ask.label), most=LONGEST[ask.type], count=len(text))
    return text


def _money(ask: Ask, text: str) -> str:
    return _number(ask, text.removesuffix("元"), FEN)


def _number(ask: Ask, text: str, places: int | None = None) -> str:
    places = ask.places if places is None else places
    try:
        number = Decimal(text.replace(",", "").replace("，", ""))
    except InvalidOperation:
        raise Problem(NOT_A_NUMBER, label=said(ask.label), text=text[:20]) from None
    if not number.is_finite() or abs(number) >= Decimal(10) ** 14:
        raise Problem(NOT_A_NUMBER, label=said(ask.label), text=text[:20])
    if number != round(number, places):
        raise Problem(TOO_FINE, label=said(ask.label), places=places, text=text[:20])
    if ask.least is not None and number < ask.least:
        raise Problem(TOO_SMALL, label=said(ask.label), least=ask.least, text=text[:20])
    return format(number.normalize(), "f")


def _day(ask: Ask, text: str) -> str:
    try:
        return dt.date.fromisoformat(text.replace("/", "-").replace(".", "-")).isoformat()
    except ValueError:
        raise Problem(NOT_A_DAY, label=said(ask.label), text=text[:20]) from None


def _choice(ask: Ask, text: str) -> str:
    if text not in ask.choices:
        raise Problem(
            NOT_A_CHOICE, label=said(ask.label), text=text[:20], allowed="、".join(map(said, ask.choices.values()))
        )
    return text


_READERS = {"text": _plain, "long": _plain, "number": _number, "money": _money, "date": _day, "choice": _choice}
