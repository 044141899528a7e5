#!/usr/bin/env bash
# From a clean clone to something that runs: `setup.sh run` for the product, `setup.sh dev` with the checkers,
# `setup.sh test` with database server and browser. Quick when nothing changed since the last time.
source "$(dirname "$0")/shell.sh"
kind="${1:-run}"
case "$kind" in run) lock=requirements/postgres.txt ;; dev | test) lock=requirements/dev.txt ;;
  *) stop "setup.sh takes run, dev or test, not '$kind'." ;; esac

"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  || stop "Python 3.11 or newer is needed; name it with PYTHON=/path/to/python3.11. / 需要 Python 3.11 或更新版本。"
if [ "$kind" = test ]; then scripts/system.sh test; else scripts/system.sh run; fi

make_environment() {
  [ -x .venv/bin/python ] || "${PYTHON:-python3}" -m venv .venv
  .venv/bin/python -m pip --version >/dev/null 2>&1 || "${PYTHON:-python3}" -m venv --clear .venv
}
# uv is quicker; plain pip checks the same hashes, and knows mirrors that are written in pip's own settings only.
install_lock() {
  say "Installing $lock"
  local index; index="$(.venv/bin/python -m pip config get global.index-url 2>/dev/null || true)"
  if .venv/bin/python -m pip install --quiet --require-hashes -r requirements/tools.txt \
    && env ${index:+UV_DEFAULT_INDEX="$index"} UV_SYSTEM_CERTS=1 UV_PYTHON_DOWNLOADS=never VIRTUAL_ENV="$PWD/.venv" \
      .venv/bin/uv pip install --quiet --require-hashes -r "$lock"; then return 0; fi
  say "uv could not; trying pip."
  .venv/bin/python -m pip install --quiet --require-hashes -r "$lock"
}
install_house() { .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .; }
# apt's npm, or any other: the lock names versions and hashes, never an address.
browser_files() {
  say "Fetching browser files"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null
  npm run --silent vendor >/dev/null
}
translations() {
  [ ! -d src/zhijia/locale ] || find src/zhijia/locale -name '*.po' -execdir msgfmt --output-file=django.mo {} \;
}
# Python may be told to keep no compiled files (PYTHONDONTWRITEBYTECODE); a command would then compile every library
# anew and take three times as long to start.
compile_libraries() { .venv/bin/python -m compileall -q -j 0 "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" || true; }

make_environment
unless_done "lock-$kind" "$(fingerprint "$lock" requirements/tools.txt)" install_lock
unless_done house "$(fingerprint pyproject.toml requirements/base.in)" install_house
vendor=src/zhijia/web/static/vendor
[ -d "$vendor" ] && [ -d node_modules ] || rm -f .venv/stamps/browser
unless_done browser "$(fingerprint package-lock.json scripts/vendor.mjs scripts/icons.json)" browser_files
translations
unless_done "compiled-$kind" "$(fingerprint "$lock")" compile_libraries
.venv/bin/python -m compileall -q src/zhijia || true
[ "$kind" = run ] || exit 0

# Compressing takes the longest; done again only when a file the pages load has changed.
pages="$(find src/zhijia/web/static -type f -print0 | sort -z | xargs -0 cat | sha256sum | cut -c1-16)"
if [ "$(cat "$ZHIJIA_HOME/static/.made-from" 2>/dev/null)" != "$pages" ]; then
  .venv/bin/zhijia collectstatic --noinput --verbosity 0
  printf '%s' "$pages" >"$ZHIJIA_HOME/static/.made-from"
fi
.venv/bin/zhijia migrate --noinput --verbosity 0
