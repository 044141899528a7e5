"""The relations registers as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RelationsConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.registers.relations"
    verbose_name = _("和谐创建")

    def ready(self) -> None:
        """Say how the sheets of these registers are read, and what falls due of them."""
        from zhijia.registers.relations.contract_sheets import announce_sheets
        from zhijia.registers.relations.dues import announce_dues

        announce_sheets()
        announce_dues()
