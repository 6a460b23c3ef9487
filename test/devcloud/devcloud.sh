#!/bin/sh
# A real OpenStack control plane on loopback, for the tests: docs/devcloud.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/folders.sh"

if [ "$(id -u)" != 0 ]; then
  echo "the devcloud runs as root" >&2
  exit 2
fi
if [ "${1-}" = install ]; then
  exec "$here/install.sh"
fi
if [ "$(cat "$VENV/.pins" 2>/dev/null)" != "$(pins)" ]; then
  echo "the devcloud is not installed, or its pins have changed: npm run devcloud install" >&2
  exit 2
fi
cd "$here"
exec "$VENV/bin/python" -B -m cloud "$@"
