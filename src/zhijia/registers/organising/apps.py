"""The organising registers as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisingConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.registers.organising"
    verbose_name = _("强基固本")

    def ready(self) -> None:
        """Say how the sheets are read and what falls due; keep the views out of the way of migrations."""
        from zhijia.registers.organising.convenors import CONVENOR_TABLE
        from zhijia.registers.organising.drive.dues import announce_drive_dues
        from zhijia.registers.organising.drive.sheets import announce_drive_sheets
        from zhijia.registers.organising.dues import announce_dues
        from zhijia.registers.organising.movements_view import MOVEMENTS_TABLE
        from zhijia.registers.organising.sheets import announce_sheets
        from zhijia.registers.organising.six_bodies import SIX_TABLE

        announce_sheets()
        announce_drive_sheets()
        announce_dues()
        announce_drive_dues()
        for table in (MOVEMENTS_TABLE, SIX_TABLE, CONVENOR_TABLE):
            table.keep(self)
