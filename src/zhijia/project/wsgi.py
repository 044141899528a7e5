"""The web server's entrance. What commands load only at need is loaded here before the first visitor comes."""

import importlib
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhijia.project.settings")
application = get_wsgi_application()
for library in ("weasyprint", "pypinyin"):
    importlib.import_module(library)
