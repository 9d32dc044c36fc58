#!/usr/bin/env bash
# Every cell of a report is found in the text that poppler reads from its PDF, and no character is a radical: poppler.sh PDF JSON
set -euo pipefail
text=$(mktemp)
trap 'rm -f "$text"' EXIT
pdftotext -raw "$1" "$text"
python3 - "$text" "$2" <<'PY'
import json, sys
squeeze = lambda x: "".join(x.split())
text = squeeze(open(sys.argv[1], encoding="utf-8").read())
report = json.load(open(sys.argv[2], encoding="utf-8"))
cells = {squeeze(cell["text"]) for section in report["sections"] for table in section["tables"] for row in table["rows"] for cell in row}
missing = [cell for cell in cells if cell not in text]
assert not missing, f"not found: {missing[:5]}"
assert len(cells) > 50, f"only {len(cells)} cells"
radicals = [c for c in text if 0x2E80 <= ord(c) <= 0x2FDF]
assert not radicals, f"radicals instead of characters: {radicals[:5]}"
PY
