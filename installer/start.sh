#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installed under the name of each program: starts it with the BLAS that suits the machine, which a library of a program
# that runs already can no longer choose.
own=$(readlink -f "$0")
prefix=$(dirname "$(dirname "$own")")
# shellcheck source=installer/choose_blas.sh
. "$prefix/share/diffuscope/choose_blas.sh"
choose_blas
exec "$prefix/libexec/diffuscope/$(basename "$own")" "$@"
