# Sourced by the other scripts: one place for the root of the checkout, for words to the person, for steps and stamps.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONUNBUFFERED=1
export ZHIJIA_HOME="${ZHIJIA_HOME:-$PWD/var}" PORT="${PORT:-8000}" HOST="${HOST:-127.0.0.1}" WORKERS="${WORKERS:-2}"

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# fingerprint FILE...: one word that changes when any of them does.
fingerprint() { cat "$@" | sha256sum | cut -c1-16; }

# unless_done NAME FINGERPRINT COMMAND...: run it when the stamp is missing or tells of other files.
unless_done() {
  local stamp=".venv/stamps/$1" print="$2"; shift 2
  if [ "$(cat "$stamp" 2>/dev/null)" = "$print" ]; then return 0; fi
  "$@"
  mkdir -p .venv/stamps
  printf '%s' "$print" >"$stamp"
}

# step NAME COMMAND...: run it, note how it ended; `summary` prints the notes and fails when one failed.
STEPS=()
step() {
  local name="$1" from=$SECONDS word=passed; shift
  say "== $name"
  "$@" || word=FAILED
  STEPS+=("$(printf '%-7s %5ss  %s' "$word" $((SECONDS - from)) "$name")")
}
summary() {
  echo; echo "== $1"
  printf '%s\n' "${STEPS[@]}"
  if printf '%s\n' "${STEPS[@]}" | grep -q '^FAILED'; then return 1; fi
}
