"""One union's sheet: every criterion with its points, the reason, the rows, and what is missing; what would lift it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from zhijia.assessment.queries.editions import STARS, edition_on
from zhijia.assessment.queries.scores import Scored, score_of
from zhijia.schemes.assessments.lift import gain_of, lift_to
from zhijia.schemes.assessments.parts import Standing
from zhijia.schemes.assessments.scoring import Line
from zhijia.web.desk.figures import day_of
from zhijia.web.desk.gate import DeskRequest, needs


@needs("stars.view")
def sheet(request: DeskRequest, organisation: int) -> HttpResponse:
    """The sheet as of a day; `?lift=4` asks what four stars would need."""
    on = day_of(request)
    edition = edition_on(STARS, on)
    one = score_of(request.post, organisation, on, edition)
    reached = one.verdict.star
    higher = [band for band in edition.bands if band.star > reached]
    wished = request.GET.get("lift", "")
    aim = next((band for band in higher if str(band.star) == wished), higher[0] if higher else None)
    context: dict[str, Any] = {
        "one": one,
        "on": on,
        "edition": edition,
        "variant": edition.variants[one.sheet.variant],
        "chapters": [(chapter, [_row(line, one) for line in chapter.lines]) for chapter in one.sheet.chapters],
        "higher": higher,
        "may_open": bool(request.post.may("tasks.edit", one.organisation)),
        "aim": aim,
        "lift": lift_to(one.sheet, one.verdict, aim.star) if aim else None,
        "gains": {line.criterion.key: gain_of(line) for line in one.sheet.lines},
        "blocks": one.verdict.toward(higher[0].star) if higher else (),
    }
    return render(request, "desk/assessment/sheet.html", context)


def _row(line: Line, one: Scored) -> tuple[Line, list[tuple[Any, Any, bool]]]:
    """A criterion with its parts, the figure of each, and whether it is short."""
    parts = [
        (part, one.figures.get(part.part.figure), part.standing is not Standing.OUT and part.points < part.most)
        for part in line.parts
    ]
    return line, parts
