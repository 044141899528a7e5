"""The web server's entrance with the yardstick view added."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhijia.project.settings")
settings.ROOT_URLCONF = "benchmarks.urls"
application = get_wsgi_application()
