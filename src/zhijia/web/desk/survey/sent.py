"""What a visit form sends: which workplace, what was typed, what the writer had before the eyes."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.web.desk.gate import DeskRequest

EMPLOYER = "organising.employer"
NO_EMPLOYER = gettext_noop("请先选择走访的单位。")
THEIRS = "theirs"


def employer_of(request: DeskRequest, data: Mapping[str, Any]) -> Any:
    """The workplace an entry is about; Problem without one, NotFound outside the post's scope."""
    text = data.get("employer", "")
    if not text.isascii() or not text.isdigit() or len(text) > 12:
        raise Problem(NO_EMPLOYER)
    return record_of(register_of(EMPLOYER), request.post, int(text))


def typed_data(sent: QueryDict) -> QueryDict:
    """What was typed, with the other's value wherever the officer chose it."""
    data, base = sent.copy(), base_of(sent) or {}
    for name in list(data):
        if name.startswith("keep-") and data[name] == THEIRS:
            data[name.removeprefix("keep-")] = base.get(name.removeprefix("keep-"), "")
    return data


def base_of(sent: QueryDict) -> dict[str, str] | None:
    """What the writer had before the eyes; None when it was not sent."""
    try:
        found = json.loads(sent.get("base", ""))
    except ValueError:
        return None
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else None
