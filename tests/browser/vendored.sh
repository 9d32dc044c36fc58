#!/usr/bin/env bash
# Holds every vendored web file against its npm package: fetches the package of the stated version and compares the file, byte for byte.
# --offline compares with the stated hashes alone.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../src/Api/Assets/lib"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
same=0 other=0
while IFS=, read -r package version file hash _; do
  kept=$(basename "$file")
  found=$(sha256sum "$kept" | cut -d' ' -f1)
  if [ "${1-}" != --offline ]; then
    (cd "$work" && npm pack --silent "$package@$version" | tail -n 1 | xargs tar -xzf)
    cmp -s "$work/package/$file" "$kept" || found="unlike $package@$version"
    rm -rf "$work"/*
  fi
  if [ "$found" = "$hash" ]; then same=$((same + 1)); else other=$((other + 1)); echo "$kept: $found, expected $hash"; fi
done < <(tail -n +2 vendored.csv)
echo "$same passed, $other failed"
exit $((other > 0))
