"""The settings page (参数): every dated number with its source and how far it can be trusted."""

import re
from collections.abc import Mapping
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhijia.indicators.wording import TRUST
from zhijia.schemes.catalogue import catalogue
from zhijia.web.desk.gate import DeskRequest, needs

# The matter a parameter belongs to, by the first word of its key.
GROUPS: Mapping[str, str | Promise] = {
    "body": _("工会机构"), "bulletin": _("公文"), "burden": _("减负"), "case": _("办件"), "certificate": _("法人证书"),
    "chair": _("主席"), "committee": _("委员会人数"), "contract": _("集体合同"), "deadline": _("期限"),
    "election": _("选举"), "founding": _("建会"), "meeting": _("会议"), "member": _("会员"), "nail": _("督促建会"),
    "notice": _("公示"), "order": _("交办单"), "pace": _("进度灯"), "ranking": _("排名"), "slip": _("督办单"),
    "survey": _("摸排"), "term": _("届次"), "union": _("基层工会"),
}  # fmt: skip
REST = _("其他")


@needs("settings.view")
def parameters(request: DeskRequest) -> HttpResponse:
    """All parameters by matter: today's value, its history, its source; unverified ones are marked so."""
    lines = []
    for key, parameter in sorted(catalogue().parameters.items(), key=lambda item: _in_order(item[0])):
        past = [value for value in parameter.values if value.since <= request.today]
        now = past[-1] if past else None
        others = [value for value in parameter.values if value is not now]
        lines.append((key, parameter, now, TRUST[now.trust] if now else "", others))
    groups = [
        (GROUPS.get(name, REST), list(group)) for name, group in groupby(lines, key=lambda line: _matter(line[0]))
    ]
    lists = [(codes, TRUST[codes.trust]) for codes in sorted(catalogue().codes.values(), key=lambda one: one.title)]
    return render(request, "desk/parameters/list.html", {"groups": groups, "lists": lists})


def _matter(key: str) -> str:
    """The word of GROUPS, or one word for all that have none."""
    word = key.partition(".")[0]
    return word if word in GROUPS else "~"


def _in_order(key: str) -> tuple[object, ...]:
    """By matter, then numbers inside a key by their size: committee.max-from-201 before -1001."""
    parts = re.split(r"(\d+)", key)
    return (_matter(key), *(int(part) if part.isdigit() else part for part in parts))


urlpatterns = [path("parameters/", parameters, name="parameters")]
