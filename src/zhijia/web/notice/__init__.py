"""Public notices (公示): the only pages of the house that anyone may open, by a link nobody can guess."""

from django.urls import path

from zhijia.web.notice.page import notice

urlpatterns = [path("notice/<slug:token>/", notice, name="public-notice")]
