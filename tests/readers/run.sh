#!/usr/bin/env bash
# Programs of others read what the API answers: over a release that the product computed from generated files, and over labour statistics of
# another country's bureau answered again. Every reader is also given a mutant, which it must refuse: for figures the same release with one
# figure changed. Ends with "N passed, N failed"; a reader that is not there has failed.
#   tests/readers/run.sh [READER…]     all readers, or those whose names are given
# Needs npm, and from Debian: r-cran-rsdmx r-cran-jsonlite python3-pandas python3-openpyxl libreoffice-calc-nogui poppler-utils chromium curl
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
root=$(cd ../.. && pwd)
shared=${DCA_SHARED:-$root/../shared}
work=${DCA_READERS:-$root/out/readers}
only=" $* "
port=${DCA_PORT:-5190}
passed=0 failed=0 server=

[ -d "$shared/data/schemas" ] || { echo "The folder $shared/data (schemas, us-laus-2012.json-stat.json) is not there; DCA_SHARED names another."; exit 2; }
rm -rf "$work"
mkdir -p "$work"
trap 'stop' EXIT

# --- the site --------------------------------------------------------------------------------------------------------------
dca() { "$root/dca" "$@" --settings "$work/dca.json"; }
stop() { [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true; server=; }

serve() { # WAREHOUSE
  stop
  DCA__Warehouse__Folder=$1 "$root/dca" api --settings "$work/dca.json" >"$work/api.log" 2>&1 &
  server=$!
  curl -fsS --retry 120 --retry-delay 1 --retry-all-errors -o /dev/null "$site/health/ready" 2>"$work/curl.log" || { cat "$work/api.log"; exit 1; }
}

site=http://127.0.0.1:$port
printf '{ "Warehouse": { "Folder": "%s" }, "Identity": { "KeyFile": "%s" }, "Access": { "AnonymousRole": "Expert", "RequestsPerMinute": 0 }, "Api": { "Listen": "%s" } }' "$work/generated" "$work/identity.key" "$site" >"$work/dca.json"

fetch() { # FOLDER: everything that readers of files are given
  local folder=$work/files/$1 format
  mkdir -p "$folder"
  get() { curl -fsS -H 'Accept-Language: zh' "${@:3}" -o "$folder/$1" "$site$2"; }
  for format in json-stat csv sdmx-csv sdmx-json sdmx-ml arrow parquet xlsx; do get "observations.$format" "/api/v1/observations?limit=all&format=$format"; done
  get structures.json '/api/v1/sdmx/structure/codelist/DCA/*/*'
  get datasets.jsonld /api/v1/datasets -H 'Accept: application/ld+json'
  get openapi.json /openapi/v1.json
}

# --- the readers -----------------------------------------------------------------------------------------------------------
check() { # NAME COMMAND…: must succeed
  local name=$1
  if "${@:2}" >"$work/log" 2>&1; then passed=$((passed + 1)); printf 'pass  %s\n' "$name"
  else failed=$((failed + 1)); printf 'FAIL  %s\n' "$name"; tail -n 6 "$work/log" | sed 's/^/      /'; fi
}
refuse() { # NAME COMMAND…: must fail
  if "${@:2}" >"$work/log" 2>&1; then failed=$((failed + 1)); printf 'FAIL  %s read its mutant\n' "$1"
  else passed=$((passed + 1)); printf 'pass  %s refuses its mutant\n' "$1"; fi
}
wanted() { [ "$only" = "  " ] || [[ $only == *" $1 "* ]]; }

reader() { # NAME COMMAND…: over both releases, and refusing the changed figure
  wanted "$1" || return 0
  check "$1, generated set" "${@:2}" "$work/files/generated"
  refuse "$1" "${@:2}" "$work/files/mutant"
  check "$1, US statistics answered again" "${@:2}" "$work/files/laus"
}
with_schemas() { node readers/ajv.mjs "$1" "$shared/data/schemas"; }
with_source() { node readers/jsonstat-toolkit.mjs "$1" "$([ "${1##*/}" != laus ] || echo "$shared/data/us-laus-2012.json-stat.json")"; }

# --- prepare ---------------------------------------------------------------------------------------------------------------
quietly() { "$@" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }; }
# The lock fixes every version. (npm ci would refuse it where a registry lacks the binding of some other system.)
[ -d node_modules/hyparquet ] || quietly npm install --no-save
quietly "$root/dca" generate --cities 2 --months 24 --scale 0.2 --out "$work/set"
quietly dca load "$work/set"
quietly dca compute
node make.mjs mutant "$work/generated" "$work/mutant"
node make.mjs laus "$shared/data/us-laus-2012.json-stat.json" "$work/generated" "$work/laus"
for set in generated laus; do node expect.mjs "$work/$set" "$work/files/$set"; done
mkdir -p "$work/files/mutant" && cp "$work/files/generated/expected.json" "$work/files/mutant/"
for set in mutant laus generated; do
  serve "$work/$set"
  fetch "$set"
done
# A mutant that had lost its rows would be refused by anyone.
lines() { wc -l <"$work/files/$1/observations.csv"; }
[ "$(lines mutant)" = "$(lines generated)" ] || { echo "The mutant has $(lines mutant) lines, the generated set $(lines generated)."; exit 1; }

# --- readers of figures ------------------------------------------------------------------------------------------------------
reader jsonstat-toolkit with_source
reader jsonlite Rscript readers/jsonlite.R
reader apache-arrow node readers/apache-arrow.mjs
reader hyparquet node readers/hyparquet.mjs
reader duckdb node readers/duckdb.mjs
reader papaparse node readers/papaparse.mjs
reader sheetjs node readers/sheetjs.mjs
reader pandas-openpyxl /usr/bin/python3 readers/pandas_openpyxl.py
reader libreoffice bash readers/libreoffice.sh
reader rsdmx Rscript readers/rsdmx.R
reader ajv with_schemas

# --- readers of descriptions and pages: each with a mutant of its own ------------------------------------------------------------
described() { # NAME MUTATION COMMAND…: the generated set's files, and the same with one thing wrong
  local name=$1 mutation=$2
  wanted "$name" || return 0
  rm -rf "$work/files/wrong"
  cp -r "$work/files/generated" "$work/files/wrong"
  node mutate.mjs "$mutation" "$work/files/wrong"
  check "$name" "${@:3}" "$work/files/generated"
  refuse "$name" "${@:3}" "$work/files/wrong"
}
schema_only() { with_schemas "$@"; }
redocly() { local said; said=$(REDOCLY_TELEMETRY=off node_modules/.bin/redocly lint "$1/openapi.json" --format=summary 2>&1) && ! grep -qE '[1-9][0-9]* (error|warning)' <<<"$said" || { echo "$said"; return 1; }; }
spectral() { node_modules/.bin/spectral lint "$1/openapi.json" --ruleset spectral.yaml --fail-severity=warn --quiet=false; }
typescript() { node_modules/.bin/openapi-typescript "$1/openapi.json" -o "$1/api.ts" && cp readers/client.ts "$1/" && node_modules/.bin/tsc --noEmit --strict --target es2022 --lib es2022,dom --moduleResolution bundler --module esnext "$1/client.ts"; }

described ajv-schema action schema_only
described jsonld context node readers/jsonld.mjs
described redocly reference redocly
described spectral operation spectral
described openapi-typescript property typescript

# --- readers over HTTP; their mutant is a server that knows only whole files -------------------------------------------------------
over_http() { # NAME COMMAND… with the address last
  wanted "$1" || return 0
  check "$1" "${@:2}" "$site"
  node plain-server.mjs "$((port + 1))" "$site" &
  local plain=$!
  sleep 1
  refuse "$1" "${@:2}" "http://127.0.0.1:$((port + 1))"
  kill "$plain"
}
over_http curl bash readers/curl.sh

if wanted snippets; then
  check snippets node readers/snippets.mjs "$root/docs/clients.md" "$site" "$work/snippets"
  refuse snippets node readers/snippets.mjs "$root/docs/clients.md" "$site/nothing" "$work/snippets"
fi

if wanted poppler; then
  pages=$(curl -fsS "$site/api/v1/cities" | grep -o '"code":[0-9]*' | cut -d: -f2)
  set -- $pages
  for page in "$1/scorecard" "$2/scorecard"; do
    mkdir -p "$work/files/pdf/$page"
    for form in pdf json; do curl -fsS -H 'Accept-Language: zh' -o "$work/files/pdf/$page/report.$form" "$site/cities/$page.$form"; done
  done
  check poppler bash readers/poppler.sh "$work/files/pdf/$1/scorecard/report.pdf" "$work/files/pdf/$1/scorecard/report.json"
  refuse poppler bash readers/poppler.sh "$work/files/pdf/$2/scorecard/report.pdf" "$work/files/pdf/$1/scorecard/report.json"
fi

if wanted hyparquet-range; then
  node make.mjs large 1000000 "$work/generated" "$work/large"
  serve "$work/large"
  over_http hyparquet-range node readers/hyparquet-range.mjs
  node readers/hyparquet-range.mjs "$site" | sed 's/^/      /'
fi

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
