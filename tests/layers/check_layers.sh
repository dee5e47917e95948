#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The arrows app -> widgets -> core point one way: looks for includes and links that point the other way.
# usage: check_layers.sh SOURCE_FOLDER
set -euo pipefail
cd "$1"
status=0

# forbid WHAT PATTERN FOLDER FILE_GLOB…
forbid() {
    local what=$1 pattern=$2 folder=$3 globs=() glob found
    shift 3
    for glob in "$@"; do globs+=(--include="$glob"); done
    found=$(grep -rnE "${globs[@]}" "$pattern" "$folder" || true)
    [ -n "$found" ] || return 0
    printf '%s %s:\n%s\n' "$folder" "$what" "$found"
    status=1
}

sources=('*.h' '*.hpp' '*.cpp' '*.cu' '*.cuh')
build=(CMakeLists.txt '*.cmake')
include='^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"]'
qt_header='(Qt[A-Z][A-Za-z0-9]*/|Q[A-Z][A-Za-z0-9]*[>"]|(qt|q)[a-z0-9]+\.h[>"])'

for folder in core app/cli; do
    forbid "includes Qt" "$include$qt_header" "$folder" "${sources[@]}"
    forbid "links Qt" '(Qt[56]?::|QCustomPlot|find_package\(Qt)' "$folder" "${build[@]}"
    forbid "includes the widgets" "${include}widgets/" "$folder" "${sources[@]}"
done
forbid "includes the application" "${include}app/" core "${sources[@]}"
forbid "includes the application beside it" "${include}app/([^c]|c[^l]|cl[^i]|cli[^/])" app/cli "${sources[@]}"
forbid "includes the application" "${include}app/" widgets "${sources[@]}"
forbid "includes the engine" "${include}core/engine/engine\.h" widgets "${sources[@]}"
forbid "includes LibTorch" "$include(torch|ATen|c10)/" widgets "${sources[@]}"
forbid "links the engine" 'diffuscope_core([^_]|$)' widgets "${build[@]}"
exit $status
