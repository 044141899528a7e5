"""How many questions a page asks of the database: counted, and held to the baseline in tests/query_counts.json.

A screen's own test calls `held(client, "name of the page", url)`. A page that asks fewer than its baseline fails too,
so that the file always tells the truth; run with ZHIJIA_WRITE_QUERY_COUNTS=1 to write what was counted, and have the
difference reviewed.
"""

import json
import os
from pathlib import Path

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

BASELINE = Path(__file__).resolve().parent.parent / "query_counts.json"
WRITING = os.environ.get("ZHIJIA_WRITE_QUERY_COUNTS") == "1"


def asked(client: Client, url: str) -> int:
    """Queries of the page on its second visit, when nothing has to be learnt first and nothing is kept of the page."""
    assert client.get(url).status_code == 200, url
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200, url
    return len(queries)


def held(client: Client, name: str, url: str) -> int:
    """The page asks exactly as often as its baseline says, which is returned; with the writing switch it is set instead."""
    count = asked(client, url)
    known = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    if WRITING:
        known[name] = count
        BASELINE.write_text(json.dumps(dict(sorted(known.items())), ensure_ascii=False, indent=1) + "\n")
        return count
    assert name in known, f"{name} has no baseline in {BASELINE.name}: it asks {count}"
    assert count == known[name], f"{name} asks {count}, the baseline says {known[name]}"
    return count
