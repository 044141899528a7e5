"""Pages of the matrix. The table is kept until something is written, since everybody looks at the same chart."""

from io import BytesIO

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from zhijia.accounts.queries import visible_to
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.kinds import level_of
from zhijia.targets.queries import matrix_of, own_unions, sorted_groups, years_with_targets
from zhijia.targets.queries.board import Matrix
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.keeping import kept
from zhijia.web.desk.matrix.asked import Asked, asked_of
from zhijia.web.desk.matrix.workbook import write_matrix
from zhijia.web.desk.sheets import SPREADSHEET

OUTSIDE = gettext_noop("没有这个单位，或它不在您的管理范围内。")


@needs("targets.view")
def matrix(request: DeskRequest) -> HttpResponse:
    """The chart of the post's own part of the tree."""
    asked = asked_of(request)
    board = kept(request, "matrix", asked, lambda: _board(request, asked))
    return render(
        request, "desk/matrix/page.html", {"asked": asked, "may_plan": bool(request.post.may("plans.edit")), **board}
    )


@needs("targets.view")
def units(request: DeskRequest, organisation: int) -> HttpResponse:
    """The unions under one committee: what each has contributed to the committee's figures."""
    node = visible_to(request.post).filter(pk=organisation).first()
    if node is None or level_of(node.kind) != "committee":
        raise NotFound(OUTSIDE)
    asked = asked_of(request)
    return render(
        request,
        "desk/matrix/units.html",
        {"asked": asked, "board": own_unions(request.post, node, asked.year, asked.as_of)},
    )


@needs("targets.view")
def export(request: DeskRequest) -> HttpResponse:
    """The same table as a sheet, in the same order."""
    asked = asked_of(request)
    sheet = BytesIO()
    write_matrix(sheet, _matrix(request, asked))
    answer = HttpResponse(sheet.getvalue(), content_type=SPREADSHEET)
    answer["Content-Disposition"] = f'attachment; filename="matrix-{asked.as_of.isoformat()}.xlsx"'
    return answer


def _matrix(request: DeskRequest, asked: Asked) -> Matrix:
    found = sorted_groups(matrix_of(request.post, asked.year, asked.as_of), asked.sort, asked.falling)
    return found.only(asked.group) if asked.group else found


def _board(request: DeskRequest, asked: Asked) -> dict[str, object]:
    """Table and choices."""
    found = _matrix(request, asked)
    table = render_to_string(
        "desk/matrix/table.html",
        {"matrix": found, "asked": asked, "whole": _("全县"), "day_query": asked.query(sort="", group="")},
    )
    years = sorted({*years_with_targets(request.post), asked.year, request.today.year}, reverse=True)
    return {
        "table": table, "years": years, "empty": not found.columns, "groups": [group.name for group in found.groups],
        "counts": found.lights(),
    }  # fmt: skip
