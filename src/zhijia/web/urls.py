"""Every address of the house, gathered from the modules of the screens."""

from importlib import import_module

from django.urls import include, path

SCREENS = (
    "home", "matrix", "figures", "plans", "orders", "bulletins", "registers", "imports", "evidence", "organisations",
    "parameters", "journal", "posts",
)  # fmt: skip

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]
for screen in SCREENS:
    urlpatterns += import_module(f"zhijia.web.desk.{screen}").urlpatterns

handler403 = "zhijia.web.desk.errors.refused"
handler404 = "zhijia.web.desk.errors.not_found"
handler500 = "zhijia.web.desk.errors.broken"
