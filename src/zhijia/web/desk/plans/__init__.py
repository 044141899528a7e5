"""The plan reader (读计划): a text at the left, one proposal after another at the right, nothing counts before a yes."""

from django.urls import path

from zhijia.web.desk.plans.decisions import add, confirm, drop, reject, reopen
from zhijia.web.desk.plans.views import plan, plans

urlpatterns = [
    path("plans/", plans, name="plans"),
    path("plans/<int:number>/", plan, name="plan"),
    path("plans/<int:number>/drop/", drop, name="plan-drop"),
    path("plans/<int:number>/clauses/", add, name="clause-add"),
    path("plans/<int:number>/clauses/<int:clause>/confirm/", confirm, name="clause-confirm"),
    path("plans/<int:number>/clauses/<int:clause>/reject/", reject, name="clause-reject"),
    path("plans/<int:number>/clauses/<int:clause>/reopen/", reopen, name="clause-reopen"),
]
