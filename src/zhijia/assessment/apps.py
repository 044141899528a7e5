"""Assessment as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    """Registers the app."""

    name = "zhijia.assessment"
    verbose_name = _("考评")
