#!/usr/bin/env bash
# Lighthouse on a scorecard of a generated city: performance at least 95, accessibility and best practices 100.
# Uses the site of tests/readers/run.sh, which must have run, and Debian's Chromium. The median of three runs counts.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
work=${DCA_READERS:-$PWD/out/readers} port=${DCA_PORT:-5190}
[ -d "$work/generated" ] || { echo "Run tests/readers/run.sh first."; exit 2; }
export CHROME_PATH=${CHROME_PATH:-$(command -v chromium)} TMPDIR=${TMPDIR:-/tmp}
./dca api --settings "$work/dca.json" >"$work/api.log" 2>&1 &
server=$!
trap 'kill "$server"' EXIT
site=http://127.0.0.1:$port
curl -fsS --retry 60 --retry-delay 1 --retry-all-errors -o /dev/null "$site/health/ready" 2>/dev/null
city=$(curl -fsS "$site/api/v1/cities" | grep -o '"code":[0-9]*' | head -n 1 | cut -d: -f2)
for run in 1 2 3; do
  tests/readers/node_modules/.bin/lighthouse "$site/cities/$city/scorecard" --quiet --output=json --output-path="$work/lighthouse-$run.json" \
    --only-categories=performance,accessibility,best-practices --max-wait-for-load=60000 \
    --chrome-flags='--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking --disable-component-update --no-first-run' 2>"$work/lighthouse.log" ||
    { cat "$work/lighthouse.log"; exit 1; }
done
node -e '
  const runs = [1, 2, 3].map(run => JSON.parse(require("fs").readFileSync(`${process.argv[1]}/lighthouse-${run}.json`)));
  const median = id => runs.map(run => Math.round(run.categories[id].score * 100)).sort((a, b) => a - b)[1];
  const scores = ["performance", "accessibility", "best-practices"].map(median);
  console.log(`Lighthouse: performance ${scores[0]}, accessibility ${scores[1]}, best practices ${scores[2]}`);
  for (const audit of Object.values(runs[0].audits)) if (audit.score !== null && audit.score < 0.9) console.log(`  ${audit.id}: ${audit.displayValue ?? audit.score}`);
  process.exit(scores[0] >= 95 && scores[1] === 100 && scores[2] === 100 ? 0 : 1);' "$work"
