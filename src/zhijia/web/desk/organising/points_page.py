"""A page of checked points with the decision below them; a refusal stands above and nothing has changed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from zhijia.kit.problem import Problem
from zhijia.registers.organising.from_above import answers_from_above
from zhijia.registers.organising.rules.checked import Checked, blocking
from zhijia.schemes.words import said
from zhijia.web.desk.gate import DeskRequest
from zhijia.web.desk.registers.record import insist_living


def points_page(
    request: DeskRequest,
    register: Any,
    row: Any,
    points: Sequence[Checked],
    open_yet: bool,
    decide: Callable[[], None],
    template: str,
    more: Mapping[str, Any],
) -> HttpResponse:
    """Show the points, or decide; a refusal stands above them and nothing has changed."""
    fault = ""
    if request.method == "POST":
        request.post.may("positions.edit", row.organisation).insist()
        insist_living(register, row)
        try:
            decide()
        except Problem as problem:
            fault = problem.sentence(gettext)
        else:
            return redirect(request.path)
    context = {
        "register": register,
        "row": row,
        "points": [(each, said(each.label), each.seen.sentence(gettext), gettext(each.trust)) for each in points],
        "stops": len(blocking(points)),
        "may_decide": open_yet and row.known_until is None and answers_from_above(row, request.post),
        "fault": fault,
        **more,
    }
    return render(request, template, context, status=422 if fault else 200)
