"""How a one-time code reaches a telephone: a function named in the settings, so that a county plugs in its own gateway.

A sender takes (mobile, text) and raises when it cannot send. `ZHIJIA_SENDER` names it as module.function.
"""

import sys
from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from zhijia.kit.problem import Problem, gettext_noop

Sender = Callable[[str, str], None]
NO_SENDER = gettext_noop("本县还没有开通短信验证码，请用密码登录，或请单位工会登记后到县总工会办理。")


def sender() -> Sender:
    """The sender of this installation; Problem when the county has none."""
    if not settings.CODE_SENDER:
        raise Problem(NO_SENDER)
    found: Sender = import_string(settings.CODE_SENDER)
    return found


def to_console(mobile: str, text: str) -> None:
    """For development and the demo county: the code appears where the server was started."""
    sys.stderr.write(f"{mobile} {text}\n")
