"""The tree as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrgsConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.orgs"
    verbose_name = _("组织")
