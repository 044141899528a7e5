#!/usr/bin/env bash
# System packages: `system.sh run` for the product, `system.sh test` for the tests as well. On Debian as root the
# missing ones are installed; elsewhere they are named in one sentence and nothing is done.
source "$(dirname "$0")/shell.sh"

has() { command -v "$1" >/dev/null 2>&1; }
has_library() { ldconfig -p 2>/dev/null | grep -q "$1"; }
has_chinese() { compgen -G '/usr/share/fonts/*/*/NotoSerifCJK*' >/dev/null || { has fc-list && [ -n "$(fc-list :lang=zh)" ]; }; }
has_server() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || has initdb; }
has_browser() { [ -n "${ZHIJIA_CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome; }

missing=()
need() { local package="$1"; shift; "$@" 2>/dev/null || missing+=("$package"); }
need python3-venv "${PYTHON:-python3}" -c 'import ensurepip, venv'
need npm has npm
need gettext has msgfmt
need libpango-1.0-0 has_library libpango-1.0.so
need libpangoft2-1.0-0 has_library libpangoft2-1.0.so
need libharfbuzz-subset0 has_library libharfbuzz-subset.so
need fonts-noto-cjk has_chinese
need fontconfig has fc-list
if [ "${1:-run}" = test ]; then
  need postgresql has_server
  need chromium has_browser
  need libatomic1 has_library libatomic.so.1 # what drives the browser is linked against it
fi
[ ${#missing[@]} -eq 0 ] && exit 0

if ! has apt-get || [ "$(id -u)" -ne 0 ]; then
  stop "Please install ${missing[*]} (Debian's names) and run this again. / 请先安装 ${missing[*]}，再重新运行。"
fi
say "Installing with apt: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
apt-get update >"$log" 2>&1 </dev/null || { tail -5 "$log" >&2; stop "apt-get update failed; see the lines above."; }
apt-get install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1 </dev/null \
  || { tail -15 "$log" >&2; stop "apt-get could not install ${missing[*]}; see the lines above."; }
