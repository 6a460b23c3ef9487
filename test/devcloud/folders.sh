# Where the cloud lives, all of it outside the repository. Sourced, with $here set.
: "${DEVCLOUD_HOME:=${BEFFROI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/beffroi}/devcloud}"
export DEVCLOUD_HOME
VENV=$DEVCLOUD_HOME/venv
mkdir -p "$DEVCLOUD_HOME"

# What the environment was made from; it is made again when this changes.
pins() { cat "$here/packages.txt" "$here/constraints.txt" | sha256sum | cut -d' ' -f1; }
