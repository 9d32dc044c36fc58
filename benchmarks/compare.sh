#!/usr/bin/env bash
# The product beside a plain way of doing the same, in one process and one run; prints the ratio.
#   benchmarks/compare.sh compute [--scale 0.1]   figures from stored rows, against plain SQL through DuckDB.NET
#   benchmarks/compare.sh incremental [--cities 340 --months 12]   one late file, against computing everything anew
#   benchmarks/compare.sh load [--scale 1]        a validated load of postings, against DuckDB's ordered COPY of the same file
#   benchmarks/compare.sh api                     a pinned answer of the API, against stored bytes (needs wrk)
# The reference workload (generator and queries) is looked for in ../shared/bench beside the repository, or in DCA_SHARED/bench.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
shared=${DCA_SHARED:-$root/../shared}
kind=${1:-} scale=0.1 cities=340 months=12
shift || true
while [ $# -gt 1 ]; do
  case $1 in
  --scale) scale=$2 ;;
  --cities) cities=$2 ;;
  --months) months=$2 ;;
  *) echo "Unknown option $1." >&2; exit 2 ;;
  esac
  shift 2
done

if [ "$kind" = incremental ]; then
  exec dotnet run -c Release --project "$root/benchmarks" -- compare incremental "$cities" "$months"
fi

if [ "$kind" = api ]; then
  command -v wrk >/dev/null || { echo "This needs wrk (Debian: wrk)." >&2; exit 2; }
  exec dotnet run -c Release --project "$root/benchmarks" -- compare api
fi

if [ ! -f "$shared/bench/gen.mjs" ]; then
  echo "The reference workload was not found at $shared/bench; set DCA_SHARED to the folder that holds bench/." >&2
  exit 2
fi
data=${TMPDIR:-/tmp}/dca-workload-$scale
if [ ! -f "$data/ratings.csv" ]; then
  command -v node >/dev/null || { echo "Generating the workload needs Node.js." >&2; exit 2; }
  node "$shared/bench/gen.mjs" "$data.part" "$scale" >&2
  mv "$data.part" "$data"
fi

case $kind in
compute) dotnet run -c Release --project "$root/benchmarks" -- compare compute "$data" "$shared/bench/sql" ;;
load) dotnet run -c Release --project "$root/benchmarks" -- compare load "$data" ;;
*)
  sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
  exit 2
  ;;
esac
