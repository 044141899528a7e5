"""The shared part of the registers as a Django app (import batches live here)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    """Registers the app; the registers themselves announce themselves when their models load."""

    name = "zhijia.registers.base"
    label = "base"
    verbose_name = _("台账")
