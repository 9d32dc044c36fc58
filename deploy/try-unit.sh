#!/usr/bin/env bash
# Runs the command of dca.service as systemd would: as another user, on a file system that can only be read except for the state folder and a
# private /tmp, without any capability. Needs root for the namespace, and no service manager. Prints what it saw; exit code 0 when all held.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
program=$(realpath "${1:-../src/Cli/bin/Release/net10.0/linux-x64}") port=${DCA_PORT:-5191}
[ -f "$program/dca.dll" ] || { echo "Build first: ./dca settings"; exit 2; }
[ "$(id -u)" = 0 ] || { echo "Run as root: a namespace of its own is made."; exit 2; }
value() { sed -n "s/^$1=//p" dca.service; }
state=$(mktemp -d) log=$(mktemp)
mkdir "$state/warehouse"
printf '{ "Api": { "Listen": "http://127.0.0.1:%s" }, "Access": { "AnonymousRole": "Public" } }' "$port" >"$state/dca.json"
chown -R nobody "$state"
command=$(value ExecStart | sed "s#/usr/bin/dotnet#$(command -v dotnet)#; s#/opt/dca/#$program/#; s#/etc/dca/#$state/#")
setting=$(value Environment | sed "s#/var/lib/dca#$state#")

# Everything is bound read-only, /tmp is new; then the state folder is bound writable, and the program back in where it lies under /tmp.
unshare --mount --propagation private bash -c '
  set -e
  mount --rbind / /mnt && mount -o remount,bind,ro /mnt && mount -t tmpfs tmpfs /mnt/tmp
  if [[ $3 == /tmp/* ]]; then mkdir -p "/mnt$3" && mount --bind "$3" "/mnt$3" && mount -o remount,bind,ro "/mnt$3"; fi
  if [[ $0 == /tmp/* ]]; then mkdir -p "/mnt$0"; fi
  mount --bind "$0" "/mnt$0"
  exec chroot /mnt setpriv --reuid=nobody --regid=nogroup --clear-groups --bounding-set=-all --no-new-privs \
    bash -c "cd $0; for place in /etc /usr /var $3; do touch \$place/written 2>/dev/null && echo WRITABLE; done; export $1 HOME=$0; exec $2"' "$state" "$setting" "$command" "$program" >"$log" 2>&1 &
server=$!
trap 'kill -9 "$server" 2>/dev/null || true; rm -rf "$state" "$log"' EXIT
failed=0
see() { if [ "$2" = "$3" ]; then echo "ok    $1: $3"; else echo "FAIL  $1: $3, expected $2"; failed=$((failed + 1)); fi; }
curl -fsS --retry 60 --retry-delay 1 --retry-all-errors -o /dev/null "http://127.0.0.1:$port/health/live" 2>/dev/null || { cat "$log"; exit 1; }
see "/health/live" 200 "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/health/live")"
see "/health/ready without a release" 503 "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/health/ready")"
see "user" nobody "$(ps -o user= -p "$server")"
see "wrote outside its folder" 0 "$(grep -c WRITABLE "$log" || true)"
see "wrote its warehouse" yes "$([ -n "$(find "$state/warehouse" -type f -print -quit)" ] && echo yes || echo no)"
kill -TERM "$server"
status=0
wait "$server" || status=$?
see "exit code after SIGTERM" 0 "$status"
exit $((failed > 0))
