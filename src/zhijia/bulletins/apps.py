"""Circulars as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BulletinsConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.bulletins"
    verbose_name = _("通报")
