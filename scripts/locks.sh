#!/usr/bin/env bash
# Compiles requirements/*.in into hashed locks; --check only asks whether each lock still names what its .in asks for.
source "$(dirname "$0")/shell.sh"
if [ "${1:-}" = --check ]; then
  .venv/bin/python scripts/lockwords.py requirements/*.in
  exit
fi
for source in requirements/*.in; do
  .venv/bin/uv pip compile --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 \
    "$source" -o "${source%.in}.txt" >/dev/null
done
