"""Who may do what: the table says which verbs a role has, the tree says where. No ORM, no clock."""

from zhijia.accounts.table import role_of, verb_label
from zhijia.kit.answer import Answer
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.tree import is_within

OUTSIDE = gettext_noop("“%(place)s”不在您的管理范围内。")
NOT_YOURS = gettext_noop("您的岗位“%(role)s”没有“%(verb)s”的权限，请联系县总工会办公室。")
GRANTED = gettext_noop("您的岗位“%(role)s”有“%(verb)s”的权限。")


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
