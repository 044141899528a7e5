"""The ledger as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LedgerConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.ledger"
    verbose_name = _("资金与荣誉账")

    def ready(self) -> None:
        """Announce the ledger's registers."""
        from zhijia.ledger import payment_register, standing_register  # noqa: F401
