"""Evidence as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvidenceConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.evidence"
    verbose_name = _("佐证材料")
