"""Registers (台账) on screen: everything below comes from the descriptor, so a new register needs no page of its own."""

from django.urls import path

from zhijia.web.desk.registers.export import export, printed
from zhijia.web.desk.registers.founding import new_union
from zhijia.web.desk.registers.lines import organisation_lines, record_lines
from zhijia.web.desk.registers.list import register
from zhijia.web.desk.registers.many import bulk, views
from zhijia.web.desk.registers.record import counted, record
from zhijia.web.desk.registers.reveal import reveal
from zhijia.web.desk.registers.steps import accept, step
from zhijia.web.desk.registers.write import change, correct, new, void

urlpatterns = [
    path("register/organisations/lines/", organisation_lines, name="organisation-lines"),
    path("register/organising.union/new/founding/", new_union, name="union-new"),
    path("register/organising.member/accept/", accept, name="member-accept"),
    path("register/organising.member/<int:number>/step/<slug:step>/", step, name="member-step"),
    path("register/<str:key>/", register, name="register"),
    path("register/<str:key>/new/", new, name="record-new"),
    path("register/<str:key>/export/", export, name="register-export"),
    path("register/<str:key>/print/", printed, name="register-print"),
    path("register/<str:key>/bulk/", bulk, name="register-bulk"),
    path("register/<str:key>/views/", views, name="register-views"),
    path("register/<str:key>/lines/", record_lines, name="record-lines"),
    path("register/<str:key>/<int:number>/", record, name="record"),
    path("register/<str:key>/<int:number>/counted/", counted, name="record-counted"),
    path("register/<str:key>/<int:number>/correct/", correct, name="record-correct"),
    path("register/<str:key>/<int:number>/change/", change, name="record-change"),
    path("register/<str:key>/<int:number>/void/", void, name="record-void"),
    path("register/<str:key>/<int:number>/reveal/<str:name>/", reveal, name="record-reveal"),
]
