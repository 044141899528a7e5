"""A person proposed as chair held against the exclusions; who stands above the union confirms here."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext

from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.chair_checks import points_of
from zhijia.registers.organising.chair_confirming import confirm_chair
from zhijia.registers.organising.rules.grades import grade_asked, grade_fits
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.organising.points_page import points_page
from zhijia.web.desk.registers.write import posted_day

CHAIR = "organising.chair-check"


@needs("positions.view")
def chair_check(request: DeskRequest, number: int) -> HttpResponse:
    """The seven exclusions with their answers; who stands above the union confirms here."""
    found = register_of(CHAIR)
    row = record_of(found, request.post, number)

    def confirm() -> None:
        confirm_chair(check=row, on=posted_day(request, "on"), by=request.post, at=request.now)
        messages.success(request, gettext("已确认。"))

    unit_kind = row.union.unit_kind
    grade = {"grade_asked": grade_asked(unit_kind), "grade_fits": grade_fits(unit_kind, row.grade)}
    return points_page(
        request,
        found,
        row,
        points_of(row),
        row.confirmed_on is None,
        confirm,
        "desk/organising/chair_check.html",
        grade,
    )
