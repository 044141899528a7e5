"""Start-up of the process: the catalogue folders are named and the permission table is checked."""

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import get_language


class ProjectConfig(AppConfig):
    """Wiring only."""

    name = "zhijia.project"

    def ready(self) -> None:
        """Point the catalogue reader at this installation's folders; a broken file stops the start."""
        from zhijia.schemes.catalogue import use_folders
        from zhijia.schemes.words import listen_to

        use_folders(settings.CATALOGUE_FOLDERS)
        listen_to(get_language)
