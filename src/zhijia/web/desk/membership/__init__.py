"""Membership on screen: transfers that wait, and applicants who wait. All computed, nothing stored as a to-do."""

from django.urls import path

from zhijia.web.desk.membership.waiting import transfers

urlpatterns = [path("membership/transfers/", transfers, name="transfers")]
