"""The pages as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.web"
    verbose_name = _("网页")

    def ready(self) -> None:
        """Hear who comes and goes."""
        from zhijia.web.desk import doorbook

        doorbook.listen()
