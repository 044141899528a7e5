"""A light: how far something has come, told by shape, word and colour together, so that no one of them carries it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

LIGHTS: Mapping[str, tuple[str, str | Promise]] = {
    "green": ("●", _("正常")),
    "yellow": ("▲", _("预警")),
    "red": ("■", _("滞后")),
    "overdue": ("■", _("逾期")),
    "grey": ("○", _("未启动")),
    "none": ("○", _("无数据")),
    "blue": ("◆", _("临期")),
    "done": ("✔", _("已完成")),
}


def light_html(light: str, word: str | Promise = "") -> SafeString:
    """The light with its usual word, or with `word`; KeyError for a light that does not exist."""
    shape, usual = LIGHTS[light]
    return format_html(
        '<span class="light light-{}"><span aria-hidden="true">{}</span> {}</span>', light, shape, word or usual
    )
