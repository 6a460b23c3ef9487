#!/bin/sh
# Installs the Debian packages and one Python environment, exactly as pinned. Run again, it does only what is missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/folders.sh"

packages=$(sed 's/#.*//' "$here/packages.txt")
if ! dpkg -s $packages >/dev/null 2>&1; then
  echo "installing Debian packages"
  # Debian starts a daemon as it installs it; the cloud starts its own, elsewhere.
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod +x /usr/sbin/policy-rc.d
  fi
  export DEBIAN_FRONTEND=noninteractive
  {
    apt-get update -q && apt-get install -y -q --no-install-recommends $packages
  } >"$DEVCLOUD_HOME/apt.log" 2>&1 </dev/null || {
    tail -n 20 "$DEVCLOUD_HOME/apt.log" >&2
    echo "Debian packages could not be installed (the end of $DEVCLOUD_HOME/apt.log is above)" >&2
    exit 1
  }
fi

if [ "$(cat "$VENV/.pins" 2>/dev/null)" != "$(pins)" ]; then
  echo "installing OpenStack in $VENV"
  rm -f "$VENV/.pins"
  [ -x "$VENV/bin/python" ] || /usr/bin/python3 -m venv "$VENV"
  "$VENV/bin/python" -m pip install -q --disable-pip-version-check -c "$here/constraints.txt" uv
  "$VENV/bin/uv" pip sync -q -p "$VENV/bin/python" --build-constraints "$here/constraints.txt" "$here/constraints.txt"
  # Compiled once here rather than by ten daemons at once; the services' own tests are half of the code, and never run.
  "$VENV/bin/python" -m compileall -q -j 2 -x '/tests?/' "$VENV/lib" >/dev/null || true
  pins >"$VENV/.pins"
fi
echo "installed in $VENV ($(du -sh "$VENV" | cut -f1))"
