"""Meetings and what they resolve on screen: papers of a meeting, items taken up and followed, the year's account."""

from django.urls import path

from zhijia.web.desk.meetings.follow import step
from zhijia.web.desk.meetings.items import take_up_item
from zhijia.web.desk.meetings.papers import issue, paper
from zhijia.web.desk.meetings.year import year

urlpatterns = [
    path("meetings/year/", year, name="meeting-year"),
    path("meetings/<int:number>/issue/<slug:which>/", issue, name="meeting-issue"),
    path("meetings/<int:number>/paper/<slug:which>/<slug:form>/", paper, name="meeting-paper"),
    path("followups/new/<str:key>/<int:number>/", take_up_item, name="followup-new"),
    path("followups/<int:number>/step/<slug:step>/", step, name="followup-step"),
]
