"""Plans and targets as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TargetsConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.targets"
    verbose_name = _("任务交办")

    def ready(self) -> None:
        """Say what falls due of orders."""
        from zhijia.targets.dues import announce_dues

        announce_dues()
