"""Finding one organisation or one record by what an officer types or picks from the offered list.

An offered line ends in the number that tells equals apart: 合德纺织有限公司（#12） or 合德镇工会工作委员会（320924200001）.
"""

import re
from typing import Any

from zhijia.accounts.models import Post
from zhijia.accounts.queries import visible_to
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.kit.text.fold import normalise_query
from zhijia.registers.base.queries import narrowed, rows_for
from zhijia.registers.base.register import Register

OFFERED = 20
NO_ORGANISATION = gettext_noop("您的管理范围内没有“%(text)s”这个组织，请从提示中选择。")
NO_THING = gettext_noop("您的管理范围内没有%(register)s“%(text)s”，请从提示中选择。")
SEVERAL = gettext_noop("%(register)s中有几个“%(text)s”，请从提示中选择其中一个。")
_NUMBER = re.compile(r".*[（(]#?(\w+)[）)]$")
_SHORT = 9


def organisation_line(organisation: Any) -> str:
    """How an organisation is offered."""
    return f"{organisation.name}（{organisation.code}）"


def record_line(row: Any) -> str:
    """How a record is offered."""
    return f"{row}（#{row.entity}）"


def organisation_named(post: Post, text: str) -> Any:
    """The organisation of that number, code, name or short name inside the post's scope; NotFound otherwise."""
    found = visible_to(post)
    text = text.strip()
    picked = _NUMBER.fullmatch(text)
    for condition in (
        {"code": picked[1]} if picked else {"pk": int(text)} if text.isdecimal() and len(text) <= _SHORT else {"code": text},
        {"name": text},
        {"short_name": text},
    ):  # fmt: skip
        matches = list(found.filter(**condition)[:2])
        if len(matches) == 1:
            return matches[0]
    raise NotFound(NO_ORGANISATION, text=text)


def organisations_like(post: Post, typed: str, kinds: tuple[str, ...] = ()) -> list[Any]:
    """Organisations to offer: those whose name, short name, code or search text holds what was typed."""
    found = visible_to(post)
    if kinds:
        found = found.filter(kind__in=kinds)
    bare = typed.split("（")[0].strip()
    if not bare:
        return list(found[:OFFERED])
    folded = normalise_query(bare)
    by_name = found.filter(name__contains=bare) | found.filter(short_name__contains=bare)
    return list((by_name | found.filter(code__contains=bare) | found.filter(search__contains=folded))[:OFFERED])


def record_named(register: Register, post: Post, text: str) -> Any:
    """The present record of that number or exact name inside the post's scope; NotFound when none or several."""
    rows: Any = rows_for(register, post).select_related(*register.related)
    text = text.strip()
    picked = _NUMBER.fullmatch(text)
    if picked and picked[1].isdecimal():
        found = rows.filter(pk=int(picked[1])).first()
        if found is None:
            raise NotFound(NO_THING, register=register.label, text=text)
        return found
    matches = list(rows.filter(name=text)[:2]) if register.searched == "search" else []
    if len(matches) != 1:
        raise NotFound(SEVERAL if matches else NO_THING, register=register.label, text=text)
    return matches[0]


def records_like(register: Register, post: Post, typed: str) -> list[Any]:
    """Records to offer for what was typed: name, pinyin, initials."""
    rows = narrowed(register, rows_for(register, post), words=typed.split("（")[0])
    return list(rows.select_related(*register.related).order_by(*register.ordering)[:OFFERED])
