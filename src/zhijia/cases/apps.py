"""Cases as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.cases"
    verbose_name = _("办件")

    def ready(self) -> None:
        """Let the procedures that carry code announce themselves, and say what falls due of cases."""
        from zhijia.cases import founding, stars  # noqa: F401
        from zhijia.cases.dues import announce_dues

        announce_dues()
