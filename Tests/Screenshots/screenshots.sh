#!/usr/bin/env bash
# Pictures of the pages at three widths, in light and dark, in Spanish and English, to be looked at by eye.
# Usage: screenshots.sh SITE OUTPUT [NAME-PATTERN]
set -euo pipefail
site=$(cd "$1" && pwd)
mkdir -p "$2"
output=$(cd "$2" && pwd)
pattern=${3:-.}
browser=$(command -v chromium || command -v chromium-browser)

pages='overview index
matrix matrix
matrix-67 matrix/67
matrix-forum matrix/forum/mercosur
measures measures
measure measures/67
countries countries
country countries/CRI
forums forums
forum forums/un-treaties
cell cells/CRI/67.2
cell-measure cells/BLZ/67
divergences divergences
gaps gaps
due due
changes changes/5
method method
search search'

shoot() {
  local name=$1 address=$2 width=$3 scheme=$4 height=2400 profile
  [ "$width" -ge 700 ] || height=3600
  profile=$(mktemp -d)
  # The browser's setting counts dark as 0 and light as 1.
  timeout 60 "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" \
    --window-size="$width,$height" --blink-settings=preferredColorScheme="$([ "$scheme" = dark ] && echo 0 || echo 1)" \
    --screenshot="$output/$name.png" "file://$site/$address" >/dev/null 2>&1 || echo "no picture of $address" >&2
  rm -rf "$profile"
}

count=0
while read -r name path; do
  for language in es en; do
    for width in 360 768 1440; do
      for scheme in light dark; do
        full="$name-$language-$width-$scheme"
        [[ $full =~ $pattern ]] || continue
        shoot "$full" "$language/$path.html" "$width" "$scheme" &
        count=$((count + 1))
        [ $((count % 2)) = 0 ] && wait
      done
    done
  done
done <<<"$pages"
wait
echo "$count pictures in $output"
