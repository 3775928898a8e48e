#!/bin/sh
# Playwright takes NODE_OPTIONS from the environment of what it starts; this gives them back.
NODE_OPTIONS="--require \"$(dirname "$0")/still.cjs\"" exec "$ETCDECK_STILL_ELECTRON" "$@"
