"""组织: the tree of the federation, what each organisation has been, and how it is changed."""

from django.urls import path

from zhijia.web.desk.organisations.changes import change, close, merge, move, new, split
from zhijia.web.desk.organisations.pages import branch, organisation, organisations

urlpatterns = [
    path("organisations/", organisations, name="organisations"),
    path("organisations/<int:number>/", organisation, name="organisation"),
    path("organisations/<int:number>/branch/", branch, name="organisation-branch"),
    path("organisations/<int:number>/new/", new, name="organisation-new"),
    path("organisations/<int:number>/change/", change, name="organisation-change"),
    path("organisations/<int:number>/move/", move, name="organisation-move"),
    path("organisations/<int:number>/merge/", merge, name="organisation-merge"),
    path("organisations/<int:number>/split/", split, name="organisation-split"),
    path("organisations/<int:number>/close/", close, name="organisation-close"),
]
