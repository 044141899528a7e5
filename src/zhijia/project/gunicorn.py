"""How the web server runs: a few processes with a few threads each, loaded once, quiet, restarted now and then."""

from pathlib import Path

wsgi_app = "zhijia.project.wsgi:application"
worker_class = "gthread"
threads = 4
preload_app = True
# A circular with many tables takes some seconds to set; nothing a person waits for takes two minutes.
timeout = 120
graceful_timeout = 30
keepalive = 5
# Fonts and compiled templates stay; what leaks does not. The jitter keeps the processes from restarting together.
max_requests = 5000
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - memory instead of a slow disk
control_socket_disable = True
limit_request_line = 8190
errorlog = "-"
accesslog = None
