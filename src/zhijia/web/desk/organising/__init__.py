"""Decisions in a union's own life: an election approved, a chair confirmed, a union closed with all its members."""

from django.urls import path

from zhijia.web.desk.organising.chair import chair_check
from zhijia.web.desk.organising.closing import close
from zhijia.web.desk.organising.election import election

urlpatterns = [
    path("organising/elections/<int:number>/", election, name="election-check"),
    path("organising/chair-checks/<int:number>/", chair_check, name="chair-check"),
    path("register/organising.union/<int:number>/close/", close, name="union-close"),
]
