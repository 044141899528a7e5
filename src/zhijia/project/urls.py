"""Addresses: everything a browser or a program may ask for stands in web/urls.py."""

from zhijia.web.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
