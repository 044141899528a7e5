"""Plans and targets as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TargetsConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.targets"
    verbose_name = _("任务交办")
