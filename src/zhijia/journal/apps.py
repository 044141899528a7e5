"""The journal as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.journal"
    verbose_name = _("日志")
