"""The one console script: `zhijia COMMAND ...` runs a command of project/management/commands."""

import os
import sys

from django.core.management import ManagementUtility


def main() -> None:
    """Run the command named on the command line under the house's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhijia.project.settings")
    ManagementUtility(sys.argv).execute()
