"""The organising registers as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisingConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.registers.organising"
    verbose_name = _("强基固本")

    def ready(self) -> None:
        """Say how the sheets of these registers are read, and what falls due of them."""
        from zhijia.registers.organising.drive.sheets import announce_drive_sheets
        from zhijia.registers.organising.dues import announce_dues
        from zhijia.registers.organising.sheets import announce_sheets

        announce_sheets()
        announce_drive_sheets()
        announce_dues()
