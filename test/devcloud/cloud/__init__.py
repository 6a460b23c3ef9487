"""The driver of the devcloud; runs in the environment that install.sh made."""
