#!/usr/bin/env bash
# The workbook and the CSV by LibreOffice: what it saves again as CSV holds the same figures.
set -euo pipefail
folder=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
convert() { soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$@" >"$work/log" 2>&1; }
convert 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false' --outdir "$work/xlsx" "$folder/observations.xlsx"
# Without a stated encoding it takes a CSV for Latin-1 even when it bears a mark; area codes and periods stay text (2).
convert 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false' --infilter='CSV:44,34,76,1,5/2/7/2' --outdir "$work/csv" "$folder/observations.csv"
for kind in xlsx csv; do node "$(dirname "$0")/saved-csv.mjs" "$folder" "$work/$kind/observations.csv"; done
