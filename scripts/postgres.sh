#!/usr/bin/env bash
# postgres.sh COMMAND...: runs it with DATABASE_URL naming a throw-away PostgreSQL cluster, which is gone afterwards
# however the command ended. initdb refuses root, so root hands the cluster to the account `postgres`.
source "$(dirname "$0")/shell.sh"
if [ -n "${ZHIJIA_TEST_DATABASE_URL:-}" ]; then DATABASE_URL="$ZHIJIA_TEST_DATABASE_URL" exec "$@"; fi

bin="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)"
[ -n "$bin" ] || bin="$(dirname "$(command -v initdb 2>/dev/null || echo /none/initdb)")"
[ -x "$bin/initdb" ] || stop "PostgreSQL's initdb was not found; please install the package postgresql. / 请安装 postgresql。"

here="$(mktemp -d /tmp/zhijia-postgres.XXXXXX)"
as() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
finish() {
  [ ! -f "$here/data/postmaster.pid" ] || (cd "$here" && as "$bin/pg_ctl" -D "$here/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$here"
}
trap finish EXIT
trap 'exit 130' INT TERM

password="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
port="$("${PYTHON:-python3}" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
printf '%s' "$password" >"$here/password"
chmod 600 "$here/password"
[ "$(id -u)" -ne 0 ] || chown -R postgres "$here"
(
  cd "$here"
  as "$bin/initdb" -D "$here/data" -U zhijia --auth=scram-sha-256 --pwfile="$here/password" --encoding=UTF8 --locale=C.UTF-8 >"$here/initdb.log" 2>&1 \
    || { tail -5 "$here/initdb.log" >&2; exit 1; }
  as "$bin/pg_ctl" -D "$here/data" -w -l "$here/data/log" -o "-p $port -k $here -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" start >/dev/null \
    || { tail -5 "$here/data/log" >&2; exit 1; }
) || stop "The throw-away PostgreSQL did not start; see the lines above."

export DATABASE_URL="postgres://zhijia:$password@127.0.0.1:$port/postgres"
"$@"
