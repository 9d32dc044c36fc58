#!/usr/bin/env bash
# Plays the files of a nation, unattended: generated cities are loaded by the scheduler, some from a drop folder and some from a PostgreSQL
# database; PostgreSQL keeps the jobs too. In the middle the worker is killed (-9) and started again. At the end the figures are held against
# the truth that was generated with them. Everything is synthetic (合成数据).
#   tests/national/run.sh [--cities 340] [--months 36] [--scale 1] [--folder DIR] [--keep]
# The last line has the result; the exit code is 0 when every figure and every count of rejections is equal.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
cities=340 months=36 scale=1 folder="" keep=false
while [ $# -gt 0 ]; do
  case $1 in
  --cities) cities=$2; shift 2 ;;
  --months) months=$2; shift 2 ;;
  --scale) scale=$2; shift 2 ;;
  --folder) folder=$2; shift 2 ;;
  --keep) keep=true; shift ;;
  *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done

# Sources that are read from PostgreSQL where a city sends them as delimited text; what a table of a database cannot hold stays a file.
pulled="referral training_result key_group_roster"

programs=$(find /usr/lib/postgresql -name pg_ctl 2>/dev/null | sort -V | tail -1 || true)
[ -n "$programs" ] || { echo "PostgreSQL is not installed here (pg_ctl was not found); ./test.sh installs it." >&2; exit 2; }
programs=$(dirname "$programs")
folder=$(readlink -m "${folder:-$(mktemp -d "${TMPDIR:-/tmp}/dca-national-XXXXXX")}")
mkdir -p "$folder"
settings=$folder/dca.json inbox=$folder/inbox cluster=$folder/postgresql worker=""
port=$((20000 + $$ % 20000))

say() { echo "$(date +%H:%M:%S) $*"; }
dca() { "$root/dca" "$@" --settings "$settings"; }
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
sql() { "$programs/psql" -h 127.0.0.1 -p "$port" -U postgres -v ON_ERROR_STOP=1 -qAt "$@"; }

tidy() {
  [ -z "$worker" ] || kill "$worker" 2>/dev/null || true
  [ ! -d "$cluster" ] || as_postgres "$programs/pg_ctl" -D "$cluster" -m immediate -w stop >/dev/null 2>&1 || true
  $keep || { chmod -R u+w "$folder" 2>/dev/null; rm -rf "$folder"; }
}
trap tidy EXIT

start_postgresql() {
  mkdir -p "$cluster"
  [ "$(id -u)" != 0 ] || { chown postgres "$cluster"; chmod a+x "$folder"; }
  as_postgres "$programs/initdb" -D "$cluster" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  as_postgres "$programs/pg_ctl" -D "$cluster" -w -l "$cluster/log" start -o "-p $port -k $cluster -c listen_addresses=127.0.0.1" >/dev/null
  sql -d postgres -c "CREATE DATABASE jobs" -c "CREATE DATABASE business" -c "CREATE ROLE reader LOGIN"
}

# One table for each file, named as files are: source, area, period. Prints the settings of its pull.
into_postgresql() {
  local source=$1 file=$2 name head columns
  name=${source}_$(basename "$file" .csv | grep -oE '[0-9]{6}(_[0-9]{4}(Q[1-4]|[0-9]{2})?)?$') || return 0
  iconv -f utf-8 -t utf-8 "$file" >"$folder/copy.csv" 2>/dev/null || iconv -f gb18030 -t utf-8 "$file" >"$folder/copy.csv" 2>/dev/null || return 0
  sed -i '1s/^\xef\xbb\xbf//' "$folder/copy.csv"
  head=$(head -1 "$folder/copy.csv" | tr -d '\r"*')
  [[ $head == *,* ]] || return 0
  columns=$(echo "$head" | sed 's/,/" text, "/g')
  if sql -d business -1 -c "CREATE TABLE $name (\"$columns\" text); GRANT SELECT ON $name TO reader" -c "\\copy $name FROM '$folder/copy.csv' (FORMAT csv, HEADER)" >/dev/null 2>&1; then
    rm "$file"
    echo "{ \"Source\": \"$source\", \"City\": $(echo "$name" | grep -oE '[0-9]{6}' | head -1), \"Table\": \"public.$name\", \"Synthetic\": true },"
  fi
}

write_settings() {
  cat >"$settings" <<JSON
{
  "Warehouse": { "Folder": "$folder/warehouse" },
  "Identity": { "KeyFile": "$folder/identity.key" },
  "Pull": { "PostgreSqlConnectionString": "Host=127.0.0.1;Port=$port;Database=business;Username=reader" },
  "Jobs": {
    "ConnectionString": "Host=127.0.0.1;Port=$port;Database=jobs;Username=postgres",
    "Inbox": "$inbox", "InboxQuietSeconds": 0, "TakeOverSeconds": 15, "LockSeconds": 15,
    "Pulls": [ $(cat "$folder/pulls" 2>/dev/null) ]
  }
}
JSON
}

# Not through a function: the number of the process must be the worker's own.
start_worker() {
  echo "--- worker $*" >>"$folder/worker.log"
  "$root/dca" worker "$@" --settings "$settings" >>"$folder/worker.log" 2>&1 &
  worker=$!
  # It says so once its jobs are queued.
  until awk '/^--- worker/ { says = 0 } /Jobs run by/ { says = 1 } END { exit !says }' "$folder/worker.log"; do
    kill -0 "$worker" 2>/dev/null || { echo "The worker did not start; see $folder/worker.log" >&2; keep=true; exit 1; }
    sleep 0.2
  done
}

stop_worker() {
  say "largest memory of the worker: $(awk '/VmHWM/ { print int($2 / 1024) " MiB" }' "/proc/$worker/status")"
  kill "$worker"
  wait "$worker" || true
  worker=""
}

jobs_in() { sql -d jobs -c "SELECT count(*) FROM hangfire.job WHERE statename IN ($1)" 2>/dev/null || echo 0; }

# Until nothing is queued, running or to be tried again, and the drop folder is empty.
wait_for_jobs() {
  while sleep 2; do
    # One failure may be the killed worker's; one that goes on failing is not.
    [ "$(sql -d jobs -c "SELECT count(*) FROM hangfire.jobparameter WHERE name = 'RetryCount' AND value::int > 2")" = 0 ] || { echo "A job keeps failing; see $folder/worker.log" >&2; keep=true; exit 1; }
    kill -0 "$worker" 2>/dev/null || { echo "The worker ended by itself; see $folder/worker.log" >&2; keep=true; exit 1; }
    [ "$(jobs_in "'Enqueued', 'Processing', 'Scheduled', 'Awaiting'")" = 0 ] || continue
    [ -z "$(find "$inbox/taken" -type f -print -quit 2>/dev/null)" ] && break
  done
  [ "$(jobs_in "'Failed'")" = 0 ] || { echo "$(jobs_in "'Failed'") jobs failed; see $folder/worker.log" >&2; keep=true; exit 1; }
}

archived() { find "$folder/warehouse/archive" -type f 2>/dev/null | wc -l; }

write_settings
say "generating $cities cities, $months months"
[ -d "$folder/set" ] || dca generate --cities "$cities" --months "$months" --scale "$scale" --out "$folder/set" | tail -2
mv "$folder/set/files" "$inbox"
cp "$folder/set/synthetic.json" "$inbox/"

start_postgresql
for source in $pulled; do
  for file in "$inbox/$source"/*.csv; do [ ! -f "$file" ] || into_postgresql "$source" "$file"; done
done >"$folder/pulls"
sed -i '$s/,$//' "$folder/pulls"
write_settings
files=$(find "$inbox" -mindepth 2 -type f | wc -l)
say "$files files in the drop folder, $(grep -c Source "$folder/pulls") tables in PostgreSQL"

# Areas are reference data: everything else names them.
dca load --source area --synthetic "$inbox"/area/* | tail -1
start_worker --now pulls --now load
while kill -0 "$worker" && [ "$(archived)" -lt $((files / 2)) ]; do sleep 0.2; done
kill -9 "$worker"
wait "$worker" 2>/dev/null || true
say "killed (-9) with $(archived) of $files files received and $(jobs_in "'Succeeded'") jobs done; starting again"
start_worker
wait_for_jobs
stop_worker
say "everything is loaded: $(jobs_in "'Succeeded'") jobs succeeded"
start_worker --now publish
wait_for_jobs
stop_worker
say "published; checking"
dca verify | tail -1
dca verify --truth "$folder/set" 2>&1 | tail -20
