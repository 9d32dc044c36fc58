#!/usr/bin/env bash
# axe over every page in light and dark, at 1280 and 360 px, in Chinese and English; prints how many pages were looked at.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
export DCA_MATRIX=all DCA_MATRIX_FILE=$(mktemp) CI=true
trap 'rm -f "$DCA_MATRIX_FILE"' EXIT
dotnet test tests/Browser.Tests -c Release -nodeReuse:false --filter 'FullyQualifiedName~Accessibility|FullyQualifiedName~EveryPageOfARound'
echo "$(sort -u "$DCA_MATRIX_FILE" | wc -l) views of $(cut -d' ' -f1 "$DCA_MATRIX_FILE" | sort -u | wc -l) pages without a violation or an open question"
