#!/usr/bin/env bash
# Migrations run forth, all the way back and forth again on an empty database.
source "$(dirname "$0")/shell.sh"
export DJANGO_SETTINGS_MODULE=zhijia.project.settings
zhijia=.venv/bin/zhijia
$zhijia migrate --noinput --verbosity 0
apps="$(.venv/bin/python -c '
import django; django.setup()
from django.apps import apps
from django.db.migrations.loader import MigrationLoader
made = MigrationLoader(None).migrated_apps
print(*[c.label for c in reversed(list(apps.get_app_configs())) if c.name.startswith("zhijia.") and c.label in made])')"
for app in $apps; do
  $zhijia migrate "$app" zero --noinput --verbosity 0
done
$zhijia migrate --noinput --verbosity 0
