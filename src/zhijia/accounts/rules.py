"""Who may do what: the table says which verbs a role has, the tree says where. No ORM, no clock."""

import datetime as dt
import re

from zhijia.accounts.table import role_of, verb_label
from zhijia.kit.answer import Answer
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.tree import is_within

OUTSIDE = gettext_noop("“%(place)s”不在您的管理范围内。")
NOT_YOURS = gettext_noop("您的岗位“%(role)s”没有“%(verb)s”的权限，请联系县总工会办公室。")
GRANTED = gettext_noop("您的岗位“%(role)s”有“%(verb)s”的权限。")
BAD_LOGIN = gettext_noop("用户名“%(login)s”不能用：只能是2至40个字母、数字或 . + - _，请改正后再提交。")
NO_SUBJECT = gettext_noop("请填写统一身份认证系统里的身份号。")
NO_NAME = gettext_noop("请填写姓名。")
WRONG_ORDER = gettext_noop("结束日期%(until)s应晚于起始日期%(since)s，请核对。")
WRONG_LEVEL = gettext_noop("“%(role)s”岗位不能设在“%(place)s”，请按组织层级选择岗位。")
NOT_YOUR_PERSON = gettext_noop("%(person)s不在您的管理范围内，请联系上级工会办理。")
LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+_-]{1,39}")


def answer_for(*, role: str, verb: str, top: str, path: str | None, place: str) -> Answer:
    """May a post with `role` at `top` use `verb` on a thing at `path` (None: anywhere)?

    Raises UnknownVerb for a word missing from roles.yaml, so that a misspelt permission never passes silently.
    """
    label, row = verb_label(verb), role_of(role)
    if verb not in row.may:
        return Answer(False, Problem(NOT_YOURS, role=row.label, verb=label))
    if path is not None and not is_within(path, top):
        return Answer(False, Problem(OUTSIDE, place=place))
    return Answer(True, Problem(GRANTED, role=row.label, verb=label))


def check_login(typed: str) -> str:
    """The sign-in name as kept: letters, digits and . + - _, without blanks around; Problem otherwise."""
    login = typed.strip()
    if not LOGIN.fullmatch(login):
        raise Problem(BAD_LOGIN, login=login)
    return login


def check_name(typed: str) -> str:
    """The person's name without blanks around; Problem when there is none."""
    name = typed.strip()
    if not name:
        raise Problem(NO_NAME)
    return name


def check_subject(typed: str) -> str:
    """The number of a person in an outside identity system; Problem when there is none."""
    number = typed.strip()
    if not number:
        raise Problem(NO_SUBJECT)
    return number


def check_dates(since: dt.date, until: dt.date | None) -> None:
    """`until` is the first day no longer held, so it must be later than `since`; Problem otherwise."""
    if until is not None and until <= since:
        raise Problem(WRONG_ORDER, since=since, until=until)


def check_level(role: str, level: str, place: str) -> None:
    """A role can be held only at the levels roles.yaml names; a joint federation counts as a union."""
    row = role_of(role)
    if ("union" if level == "federation" else level) not in row.levels:
        raise Problem(WRONG_LEVEL, role=row.label, place=place)


def titled(short: str, full: str, role: str) -> str:
    """Organisation and role as one says them: 合德镇工委主任; 海川县总工会主席, where the full name ends as the role begins.

    >>> titled("海川县", "海川县总工会", "县总工会主席")
    '海川县总工会主席'
    """
    for length in range(min(len(full), len(role)), 1, -1):
        if full.endswith(role[:length]):
            return full + role[length:]
    return short + role
