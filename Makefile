# The house's commands; `make help` lists them. What each one does stands in scripts/.
SHELL := bash
.DEFAULT_GOAL := help

PORT ?= 8000
HOST ?= 127.0.0.1
ZHIJIA_HOME ?= $(CURDIR)/var
WORKERS ?= 2
PYTHON ?= python3
DETACH ?=
export PORT HOST ZHIJIA_HOME WORKERS PYTHON DETACH

.PHONY: help setup demo run stop test check trial bench docs messages pictures locks clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | expand -t 12
	@echo
	@echo "Settable: PORT (8000), HOST (127.0.0.1), ZHIJIA_HOME (./var), WORKERS (2), DETACH=1, DATABASE_URL (postgres://...)"

setup: ## environment, browser files, translations, empty database
	@scripts/setup.sh run

demo: ## the demo county, served on HOST:PORT (DETACH=1 returns and leaves it running)
	@scripts/demo.sh

run: ## serve the county in ZHIJIA_HOME
	@scripts/setup.sh run
	@.venv/bin/zhijia serve --host $(HOST) --port $(PORT) --workers $(WORKERS)

stop: ## stop a demo left running by DETACH=1
	@scripts/stop.sh

test: ## everything: SQLite, a throw-away PostgreSQL, the browser
	@scripts/test.sh

check: ## lint, types, imports, migrations, catalogue, translations
	@scripts/check.sh

trial: ## the long trials in full
	@scripts/setup.sh dev
	@ZHIJIA_TRIAL=full .venv/bin/python -m pytest -m trial --durations=15

bench: ## ratios against a hand-written baseline measured in the same run
	@scripts/setup.sh dev
	@scripts/bench.sh

docs: ## what is generated from the code: the JSON schemas of the catalogue
	@scripts/setup.sh dev
	@.venv/bin/zhijia catalogue schema --out docs/schema

messages: ## gather the sentences to be translated into locale/en
	@scripts/setup.sh dev
	@.venv/bin/zhijia messages

pictures: ## photograph the running demo for the README (DETACH=1 demo first)
	@scripts/setup.sh dev
	@.venv/bin/python scripts/pictures.py

locks: ## compile requirements/*.in anew
	@scripts/locks.sh

clean: ## remove what can be made again; the data directory stays
	@rm -rf build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache src/zhijia/web/static/vendor
