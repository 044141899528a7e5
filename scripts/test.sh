#!/usr/bin/env bash
# The whole suite three times over: on SQLite, on a throw-away PostgreSQL, and the walks in a real browser.
source "$(dirname "$0")/shell.sh"
scripts/setup.sh test
export ZHIJIA_CHROMIUM="${ZHIJIA_CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}"
reports=build/tests
rm -rf "$reports"
mkdir -p "$reports"

suite() { local name="$1"; shift; "$@" .venv/bin/python -m pytest -q -p no:cacheprovider --junitxml="$reports/$name.xml" "${MORE[@]}"; }
MORE=(-n "${TEST_WORKERS:-2}" -m "not browser" --durations=15)
step "suite on SQLite" suite sqlite env -u DATABASE_URL
step "suite on PostgreSQL" suite postgresql scripts/postgres.sh
MORE=(-m browser --durations=10)
step "browser walks" suite browser env -u DATABASE_URL DJANGO_ALLOW_ASYNC_UNSAFE=true

failed=0
summary "make test" || failed=1
.venv/bin/python scripts/tally.py "$reports" || failed=1
exit "$failed"
