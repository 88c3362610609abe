#!/bin/sh
# Renders the icon in all sizes and formats, which are committed: needs librsvg2-bin, imagemagick and icnsutils.
set -eu
cd "$(dirname "$0")"
for side in 16 24 32 48 64 128 256 512; do
  source=digitpad.svg
  [ "$side" -gt 24 ] || source=digitpad-small.svg
  rsvg-convert -w "$side" -h "$side" "$source" -o "digitpad-$side.png"
done
convert digitpad-16.png digitpad-24.png digitpad-32.png digitpad-48.png digitpad-256.png digitpad.ico
png2icns digitpad.icns digitpad-16.png digitpad-32.png digitpad-48.png digitpad-128.png digitpad-256.png digitpad-512.png
for side in 32 64 128; do
  cp "digitpad-$side.png" "../../src/main/resources/org/digitpad/ui/icon-$side.png"
done
