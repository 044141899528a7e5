"""The organising registers as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class OrganisingConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.registers.organising"
    verbose_name = _("强基固本")

    def ready(self) -> None:
        """Say how the sheets are read and what falls due; keep the view of movements out of the way of migrations."""
        from zhijia.registers.organising import movements_view
        from zhijia.registers.organising.drive.sheets import announce_drive_sheets
        from zhijia.registers.organising.dues import announce_dues
        from zhijia.registers.organising.sheets import announce_sheets

        announce_sheets()
        announce_drive_sheets()
        announce_dues()
        pre_migrate.connect(movements_view.take_away, sender=self, dispatch_uid="movements-away")
        post_migrate.connect(movements_view.make, sender=self, dispatch_uid="movements-made")
