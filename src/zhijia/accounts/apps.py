"""Sign-in and posts as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.accounts"
    verbose_name = _("用户与岗位")
