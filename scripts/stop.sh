#!/usr/bin/env bash
# Ends the server that `make demo DETACH=1` left running for this ZHIJIA_HOME, by its own number.
source "$(dirname "$0")/shell.sh"
file="$ZHIJIA_HOME/server.pid"
[ -f "$file" ] || { echo "Nothing is running for $ZHIJIA_HOME."; exit 0; }
server="$(cat "$file")"
if kill -TERM "$server" 2>/dev/null; then
  for _ in $(seq 40); do kill -0 "$server" 2>/dev/null || break; sleep 0.25; done
fi
rm -f "$file"
echo "Stopped."
