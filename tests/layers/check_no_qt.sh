#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A program without a window names no Qt library, and loads none of the studio's through another one.
# (Debian's LibTorch loads OpenCV, whose highgui loads Qt 5: that is not ours to forbid.)
# usage: check_no_qt.sh PROGRAM
set -euo pipefail
own=$(objdump -p "$1" | grep NEEDED)
all=$(ldd "$1")
! { grep -iE 'Qt[0-9]|qcustomplot' <<<"$own" || grep -iE 'libQt6|qcustomplot' <<<"$all"; }
