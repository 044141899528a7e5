"""Campaigns (突击月) on screen: what there is, each with its weekly figures by committee, printed and exported."""

from io import BytesIO

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from zhijia.indicators.queries import indicator_of
from zhijia.schemes.campaigns import Campaign
from zhijia.targets.queries.campaigns import campaign_board, campaign_of, campaigns
from zhijia.targets.rules import Outcome
from zhijia.web.desk.campaigns.workbook import write_weeks
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.sheets import SPREADSHEET


@needs("targets.view")
def listing(request: DeskRequest) -> HttpResponse:
    """All campaigns, newest first; with one alone its page is a click away."""
    lines = [(one, [indicator_of(key).title for key in one.indicators]) for one in campaigns()]
    return render(request, "desk/campaigns/list.html", {"campaigns": lines})


@needs("targets.view")
def weekly(request: DeskRequest, campaign: str) -> HttpResponse:
    """The week by week figures of one campaign, and who is done, partly done, not begun."""
    board = campaign_board(request.post, campaign_of(campaign), request.today)
    classes = [(one, board.of(one)) for one in (Outcome.FULL, Outcome.PARTLY, Outcome.IDLE)]
    context = {"board": board, "classes": classes, "may_draft": bool(request.post.may("bulletins.edit"))}
    return render(request, "desk/campaigns/weekly.html", context)


@needs("targets.view")
def export(request: DeskRequest, campaign: str) -> HttpResponse:
    """The same table as a sheet."""
    found: Campaign = campaign_of(campaign)
    sheet = BytesIO()
    write_weeks(sheet, campaign_board(request.post, found, request.today))
    answer = HttpResponse(sheet.getvalue(), content_type=SPREADSHEET)
    answer["Content-Disposition"] = f'attachment; filename="{found.name}.xlsx"'
    return answer


urlpatterns = [
    path("campaigns/", listing, name="campaigns"),
    path("campaigns/<str:campaign>/", weekly, name="campaign"),
    path("campaigns/<str:campaign>/export/", export, name="campaign-export"),
]
