#!/usr/bin/env bash
# Restore, build and test everything; installs what the tests need. Ends with "N passed, N failed".
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

step() { printf '== %s (%ss)\n' "$1" "$SECONDS"; }

# --- what the tests need from the system ---------------------------------------------------------------------------------
missing=()
[ -n "$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || missing+=(postgresql)
[ -n "$(command -v chromium || command -v chromium-browser || command -v google-chrome)" ] || missing+=(chromium)
[ -n "$(fc-list :lang=zh 2>/dev/null)" ] || missing+=(fontconfig fonts-wqy-microhei)

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

if [ ${#missing[@]} -gt 0 ]; then
  step "install ${missing[*]}"
  if ! { command -v apt-get && as_root true; } >/dev/null 2>&1; then
    echo "Cannot install ${missing[*]} here (needs apt-get and root or sudo); the tests that need them say so."
  elif ! { as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$results/apt.log" 2>&1 </dev/null; then
    tail -n 20 "$results/apt.log"
    echo "Installing ${missing[*]} failed; the tests that need them say so."
  fi
fi

# --- build ---------------------------------------------------------------------------------------------------------------
# Output goes to a file first: the compiler server outlives the build and would keep a caller's pipe open.
quiet() { "$@" >"$results/log" 2>&1 </dev/null || { cat "$results/log"; echo "Failed: $*"; exit 1; }; }

step restore
quiet dotnet restore DemoCityAnalytics.sln --locked-mode
step format
# Layout only: the build itself holds names, usings and analyzers to .editorconfig, as errors.
quiet dotnet format whitespace DemoCityAnalytics.sln --verify-no-changes --no-restore
step build
quiet dotnet build DemoCityAnalytics.sln --no-restore -c Release -nodeReuse:false -v quiet -tl:off

# --- test ----------------------------------------------------------------------------------------------------------------
step test
status=0
dotnet test DemoCityAnalytics.sln --no-build -c Release --logger trx --results-directory "$results/trx" \
  -nodeReuse:false >"$results/test.log" 2>&1 </dev/null || status=$?
grep -vE '^(Test run for|VSTest version|Starting test|A total of|Results File:|Build started|Workload updates|$)' "$results/test.log" || true

# A skipped test is counted in total but not in executed.
sum() { { cat "$results"/trx/*.trx 2>/dev/null || true; } | { grep -oE '<Counters [^>]*' || true; } | sed -E "s/.* $1=\"([0-9]+)\".*/\1/" | awk '{n += $1} END {print n + 0}'; }
total=$(sum total) executed=$(sum executed) passed=$(sum passed)
failed=$((executed - passed)) skipped=$((total - executed))

step done
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then
  echo "dotnet test ended with $status although no test failed: a test process broke off, see above."
fi
if [ "$total" = 0 ]; then status=1; echo "No test ran."; fi
printf '%s passed, %s failed%s\n' "$passed" "$failed" "$([ "$skipped" = 0 ] || echo ", $skipped skipped")"
[ "$status" = 0 ] && [ "$failed" = 0 ]
