"""Migrations of our own apps run forth, all the way back and forth again on an empty database."""

import os

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader


def main() -> None:
    """A migration that cannot be undone raises here."""
    call_command("migrate", interactive=False, verbosity=0)
    made = MigrationLoader(connection).migrated_apps
    own = [config.label for config in apps.get_app_configs() if config.name.startswith("zhijia.")]
    for label in reversed([label for label in own if label in made]):
        call_command("migrate", label, "zero", interactive=False, verbosity=0)
    call_command("migrate", interactive=False, verbosity=0)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhijia.project.settings")
    django.setup()
    main()
