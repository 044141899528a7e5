"""The work calendar (工作日历): what falls due by month and week, and the address under which a telephone fetches it."""

from django.urls import path

from zhijia.web.desk.calendar.feed import feed, make, revoke
from zhijia.web.desk.calendar.page import calendar

urlpatterns = [
    path("calendar/", calendar, name="calendar"),
    path("calendar/links/", make, name="calendar-link"),
    path("calendar/links/<int:number>/revoke/", revoke, name="calendar-link-revoke"),
    path("calendar/feed/<slug:secret>.ics", feed, name="calendar-feed"),
]
