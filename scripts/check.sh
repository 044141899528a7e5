#!/usr/bin/env bash
# What a change must pass before the tests. Every check runs, also after one has failed.
source "$(dirname "$0")/shell.sh"
scripts/setup.sh dev
bin=.venv/bin
ZHIJIA_HOME="$(mktemp -d /tmp/zhijia-check.XXXXXX)"
export ZHIJIA_HOME
unset DATABASE_URL ZHIJIA_TODAY
trap 'rm -rf "$ZHIJIA_HOME"' EXIT

step "lint" $bin/ruff check .
step "format" $bin/ruff format --check .
step "types" $bin/mypy src
step "import contracts" $bin/lint-imports --no-cache
step "settings" $bin/zhijia check --fail-level WARNING
step "migrations made" $bin/zhijia makemigrations --check --dry-run
step "migrations forth and back" $bin/python scripts/migrations.py
step "catalogue" $bin/zhijia catalogue check
step "schemas of the catalogue" $bin/zhijia catalogue schema --out docs/schema --check
step "translations" $bin/zhijia messages --check
step "locks" scripts/locks.sh --check
step "words that must not stand here" $bin/python scripts/words.py
summary "make check"
