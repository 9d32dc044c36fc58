#!/usr/bin/env bash
# Runs the API's tests and prints which operations were answered with which status, each answer held against src/Api/openapi.json.
# An answer that the description does not state fails the test that got it, and is listed here.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
export DCA_ANSWERS=$(mktemp)
trap 'rm -f "$DCA_ANSWERS"' EXIT
status=0
dotnet test tests/Api.Tests -c Release -nodeReuse:false "$@" || status=$?
node - "$DCA_ANSWERS" src/Api/openapi.json <<'JS'
const fs = require('fs');
const [, , seen, file] = process.argv;
const description = JSON.parse(fs.readFileSync(file));
const stated = Object.entries(description.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, x]) => [`${method.toUpperCase()} ${path}`, Object.keys(x.responses)]));
const lines = [...new Set(fs.readFileSync(seen, 'utf8').trim().split('\n'))].map(line => line.split('\t'));
const wrong = lines.filter(([, , type]) => type === 'not described');
const statuses = new Map();
for (const [operation, status, type] of lines) if (type !== 'not described') statuses.set(operation, new Set([...statuses.get(operation) ?? [], status]));
let answered = 0;
for (const [operation, all] of stated.sort()) {
  const got = [...statuses.get(operation) ?? []].sort();
  answered += got.length;
  console.log(`${operation.padEnd(90)} ${got.join(' ').padEnd(28)} of ${all.sort().join(' ')}`);
}
for (const line of wrong) console.log(line.join('  '));
console.log(`${statuses.size} of ${stated.length} operations, ${answered} of ${stated.reduce((n, [, all]) => n + all.length, 0)} operations x statuses seen; ${wrong.length} answers otherwise than described`);
process.exitCode = wrong.length === 0 ? 0 : 1;
JS
exit "$status"
