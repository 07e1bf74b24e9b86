#!/bin/sh
# Builds the package of WriteAModuleInSwift.md and UseAsALibrary.md, runs their commands and compares what they print; then
# compiles a module fresh from `followup new module` against the same libraries. UPDATE_GOLDENS=1 writes the outputs anew.
set -eu
cd "$(dirname "$0")"
scratch=../../.build/own-package
# A plan made before a file was added to the repository would not know the file.
rm -f "$scratch/debug.yaml"
# Nobody debugs what is built here, and without debug information it is built a quarter faster.
${SWIFT:-swift} build --scratch-path "$scratch" --quiet -debug-info-format none
for page in WriteAModuleInSwift UseAsALibrary; do
  python3 guide.py "$scratch/debug" "../../Sources/Documentation/$page.md"
done

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
"$scratch/debug/OwnFollowUp" new module FreshStart --swift --package "$fresh" >/dev/null
flags="-swift-version 6 -module-cache-path $scratch/ModuleCache -I $scratch/debug/Modules"
for feature in ExistentialAny MemberImportVisibility InternalImportsByDefault; do
  flags="$flags -enable-upcoming-feature $feature"
done
# The C modules behind the libraries, which SwiftPM names to the compiler by itself.
for map in ../../Sources/C*/module.modulemap "$scratch"/debug/C*.build/module.modulemap; do
  flags="$flags -Xcc -fmodule-map-file=$map"
done
# shellcheck disable=SC2086 # the flags are words
swiftc $flags -emit-module -module-name FreshStart -o "$fresh/FreshStart.swiftmodule" \
  "$fresh"/Plugins/FreshStart/Sources/*.swift
# shellcheck disable=SC2086
swiftc $flags -I "$fresh" -typecheck "$fresh"/Plugins/FreshStart/Tests/*.swift
echo 'A package of one'"'"'s own: built, run, and a fresh module compiles.'
