#!/usr/bin/env bash
# From a clean clone to the demo county in a browser: set-up, county, server, then its address and who may sign in.
source "$(dirname "$0")/shell.sh"
export ZHIJIA_TODAY="${ZHIJIA_TODAY:-2014-07-10}"
address="http://$HOST:$PORT/"

# tell_who: the posts one may sign in as, from the mark that `zhijia demo` leaves in its home.
tell_who() {
  .venv/bin/python - "$ZHIJIA_HOME/demo.json" <<'PY'
import json, sys
demo = json.load(open(sys.argv[1], encoding="utf-8"))
print(f"{demo['county']} on {demo['day']}; sign in as one of these, password {demo['password']}")
for one in demo["sign_ins"]:
    print(f"  {one['login']:<14}{one['post']}")
PY
}

if [ -f "$ZHIJIA_HOME/server.pid" ] && kill -0 "$(cat "$ZHIJIA_HOME/server.pid")" 2>/dev/null; then
  echo "The demo of $ZHIJIA_HOME is running already (make stop ends it):"
  cat "$ZHIJIA_HOME/server.address"
  tell_who
  exit 0
fi
scripts/setup.sh run
.venv/bin/python - "$HOST" "$PORT" <<'PY' || stop "Port $PORT of $HOST is taken; choose another: make demo PORT=8001."
import socket, sys
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((sys.argv[1], int(sys.argv[2])))
    except OSError:
        sys.exit(1)
PY
if [ ! -f "$ZHIJIA_HOME/demo.json" ]; then
  say "Making the demo county"
  .venv/bin/zhijia demo >/dev/null || stop "The demo county could not be made; nothing is being served."
fi

log="$ZHIJIA_HOME/server.log"
setsid .venv/bin/zhijia serve --host "$HOST" --port "$PORT" --workers "$WORKERS" >"$log" 2>&1 </dev/null &
server=$!
echo "$server" >"$ZHIJIA_HOME/server.pid"
echo "$address" >"$ZHIJIA_HOME/server.address"
finish() { kill -TERM "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -f "$ZHIJIA_HOME/server.pid"; }
trap 'finish; exit 130' INT TERM

patience=$((SECONDS + 180))
healthy() {
  .venv/bin/python -c 'import sys, urllib.request as u; sys.exit(u.urlopen(sys.argv[1], timeout=5).status != 200)' \
    "${address}account/login/" 2>/dev/null
}
until healthy; do
  [ "$SECONDS" -lt "$patience" ] || break
  kill -0 "$server" 2>/dev/null || { tail -5 "$log" >&2; finish; stop "The server ended at once; its log is $log."; }
  sleep 0.5
done
healthy || { finish; stop "The server does not answer at $address; its log is $log."; }

echo
echo "职家 is running: $address"
tell_who
if [ -n "${DETACH:-}" ]; then
  echo "Stop it with: make stop"
  exit 0
fi
echo "Stop it with Ctrl-C."
wait "$server" || true
rm -f "$ZHIJIA_HOME/server.pid"
