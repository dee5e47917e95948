# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# For `run` and for installed programs alike.
# Of several OpenBLAS variants the OpenMP one shares LibTorch's threads: chosen for these programs, not for the machine.
choose_blas() {
    blas_folder=/usr/lib/$(uname -m)-linux-gnu/openblas-openmp
    [ ! -d "$blas_folder" ] || export LD_LIBRARY_PATH="$blas_folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
    # Debian 12's OpenBLAS takes newer AMD processors for ones without AVX-512, and computes half as fast as they can.
    if grep -q '^vendor_id.*AuthenticAMD' /proc/cpuinfo && grep -q '^flags.* avx512vl ' /proc/cpuinfo; then
        export OPENBLAS_CORETYPE="${OPENBLAS_CORETYPE:-SKYLAKEX}"
    fi
}
