"""Figures as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.indicators"
    verbose_name = _("指标")
