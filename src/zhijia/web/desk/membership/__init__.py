"""Membership on screen: who waits, the monthly return, what is missing, who may have left. All computed."""

from django.urls import path

from zhijia.web.desk.membership.lists import completeness, completeness_of, lapsing
from zhijia.web.desk.membership.monthly import monthly, monthly_sheet
from zhijia.web.desk.membership.waiting import transfers

urlpatterns = [
    path("membership/transfers/", transfers, name="transfers"),
    path("membership/return/", monthly, name="monthly-return"),
    path("membership/return/sheet/", monthly_sheet, name="monthly-sheet"),
    path("membership/completeness/", completeness, name="completeness"),
    path("membership/completeness/<int:organisation>/", completeness_of, name="completeness-of"),
    path("membership/lapsing/", lapsing, name="lapsing"),
]
