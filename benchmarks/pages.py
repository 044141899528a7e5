"""Pages under gunicorn with the whole demo county, each as a share of a signed-in view that returns a constant.

Run: python -m benchmarks.pages [--home FOLDER of a demo] [--seconds 5]
"""

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.load import requests_per_second

FLOORS = {"list": 0.20, "matrix": 0.20, "record": 0.35}
ROUNDS = 3
ZHIJIA = str(Path(sys.executable).with_name("zhijia"))


def prepare(home: Path) -> dict[str, str]:
    """Make the demo in `home` unless it is there; returns cookie and addresses of the pages."""
    os.environ.update(
        ZHIJIA_HOME=str(home), ZHIJIA_TODAY="2014-07-10", DJANGO_SETTINGS_MODULE="zhijia.project.settings"
    )
    if not (home / "zhijia.sqlite3").exists():
        for command in (["migrate", "--verbosity", "0"], ["demo"]):
            subprocess.run([ZHIJIA, *command], check=True)
    subprocess.run([ZHIJIA, "collectstatic", "--noinput", "--verbosity", "0"], check=True)
    import django

    django.setup()
    from django.test import Client

    from zhijia.accounts.models import Post
    from zhijia.registers.organising.members import Member

    client = Client()
    client.force_login(
        Post.objects.filter(role="county-chair")[0].user, backend="django.contrib.auth.backends.ModelBackend"
    )
    member = Member.objects.living().order_by("sort_pinyin")[1000]
    return {
        "cookie": f"sessionid={client.cookies['sessionid'].value}",
        "list": "/register/organising.member/",
        "record": f"/register/organising.member/{member.pk}/",
        "matrix": "/matrix/",
        "desk": "/",
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--seconds", type=float, default=5)
    options = parser.parse_args()
    home = options.home or Path(tempfile.mkdtemp(prefix="zhijia-bench-"))
    asked = prepare(home)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "2",
         "--worker-class", "gthread", "--keep-alive", "30", "--log-level", "warning", "benchmarks.wsgi"]
    )  # fmt: skip
    try:
        print(json.dumps(measure(port, asked, options.seconds), ensure_ascii=False))
    finally:
        server.terminate()
        server.wait()


def measure(port: int, asked: dict[str, str], seconds: float) -> dict[str, object]:
    """Rounds of constant, page, constant, page ...; medians and shares."""
    _wait(port)
    pages = {name: path for name, path in asked.items() if name != "cookie"}
    rates: dict[str, list[float]] = {name: [] for name in ("constant", *pages)}
    sizes: dict[str, int] = {}
    for path in pages.values():
        requests_per_second("127.0.0.1", port, path, asked["cookie"], 1)
    for _ in range(ROUNDS):
        for name, path in (("constant", "/constant/"), *pages.items()):
            rate, sizes[name] = requests_per_second("127.0.0.1", port, path, asked["cookie"], seconds)
            rates[name].append(rate)
    base = statistics.median(rates["constant"])
    found: dict[str, object] = {"constant": round(base, 1)}
    for name in pages:
        share = statistics.median(rates[name]) / base
        found[name] = {"share": round(share, 3), "floor": FLOORS.get(name), "bytes": sizes[name]}
    return found


def _wait(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not come up")


if __name__ == "__main__":
    main()
