"""Every address of the house, gathered from the modules of the screens."""

from importlib import import_module

from django.urls import URLPattern, URLResolver

SCREENS = (
    "home", "matrix", "figures", "plans", "orders", "cases", "bulletins", "organising", "registers", "membership", "survey",
    "nails", "funds", "imports", "evidence", "calendar", "meetings", "campaigns", "assessment",
    "organisations", "parameters", "catalogue", "journal", "posts", "session", "signin",
)  # fmt: skip

urlpatterns: list[URLPattern | URLResolver] = []
for screen in SCREENS:
    urlpatterns += import_module(f"zhijia.web.desk.{screen}").urlpatterns

urlpatterns += import_module("zhijia.web.member").urlpatterns
urlpatterns += import_module("zhijia.web.notice").urlpatterns
urlpatterns += import_module("zhijia.web.api.doors").urlpatterns

handler400 = "zhijia.web.desk.errors.too_much"
handler403 = "zhijia.web.desk.errors.refused"
handler404 = "zhijia.web.desk.errors.not_found"
handler500 = "zhijia.web.desk.errors.broken"
