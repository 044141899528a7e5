"""Start-up of the process: the catalogue folders are named and the permission table is checked."""

from django.apps import AppConfig
from django.conf import settings


class ProjectConfig(AppConfig):
    """Wiring only."""

    name = "zhijia.project"

    def ready(self) -> None:
        """Point the catalogue reader at this installation's folders; a broken file stops the start."""
        from zhijia.schemes.catalogue import use_folders

        use_folders(settings.CATALOGUE_FOLDERS)
