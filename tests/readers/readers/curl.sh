#!/usr/bin/env bash
# What any HTTP client relies on: tags and 304, HEAD, packing, negotiation, ranges.
set -euo pipefail
site=$1 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
must() { [ "$2" = "$3" ] || { echo "$1: found $2, expected $3"; exit 1; }; }
status() { curl -s -o "$work/body" -w '%{http_code}' "$@"; }
header() { grep -i "^$1:" "$work/head" | cut -d' ' -f2- | tr -d '\r'; }
figures=$site/api/v1/observations?indicator=E05

curl -fsS -D "$work/head" -o "$work/whole" "$figures"
tag=$(header etag)
must 'a strong tag' "${tag:0:1}" '"'
must 'unchanged' "$(status -H "If-None-Match: $tag" "$figures")" 304
must 'bytes of 304' "$(stat -c %s "$work/body" 2>/dev/null || echo 0)" 0
must 'HEAD' "$(curl -s -I -o "$work/head" -w '%{http_code}' "$figures")" 200
must 'length in HEAD' "$(header content-length)" "$(stat -c %s "$work/whole")"
curl -fsS -H 'Accept-Encoding: gzip' -D "$work/head" "$figures" | gunzip | cmp - "$work/whole"
must 'packed' "$(header content-encoding)" gzip
must 'varies' "$(header vary)" 'Accept, Accept-Encoding, Accept-Language'
must 'not offered' "$(status -H 'Accept: application/xml' "$figures")" 406
grep -q '"type":"/docs/problems/not-acceptable"' "$work/body"
must 'explained' "$(status "$site/docs/problems/not-acceptable")" 200
must 'as CSV' "$(curl -s -o /dev/null -w '%{content_type}' -H 'Accept: text/csv' "$figures")" 'text/csv; charset=utf-8'
file=$(curl -fsS "$site/api/v1/bulk" | grep -o '/api/v1/bulk/[^"]*parquet' | head -n 1)
must 'a range' "$(status -r -4 "$site$file")" 206
must 'its bytes' "$(cat "$work/body")" PAR1
