#!/usr/bin/env bash
# Every measured run in turn; each prints ratios against a baseline measured in the same run.
source "$(dirname "$0")/shell.sh"
# What others need that we are measured against; the product does without it.
say "Installing requirements/bench.txt"
.venv/bin/python -m pip install --quiet --require-hashes -r requirements/bench.txt
ran=0
for file in benchmarks/*.py; do
  grep -q '__main__' "$file" || continue
  ran=1
  step "$(basename "$file" .py)" .venv/bin/python -m "benchmarks.$(basename "$file" .py)"
done
[ "$ran" = 1 ] || stop "There is no benchmark in benchmarks/ yet."
summary "make bench"
