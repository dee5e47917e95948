// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/Context.h>
#include <ATen/autocast_mode.h>
#include <c10/core/Device.h>

namespace diffuscope {

/// Whether matrix products in bfloat16 are quicker than in float32 there: on GPUs, and on CPUs that have an instruction
/// for them (twice as quick with AVX-512 BF16). Elsewhere they are emulated, and slower.
inline bool hasQuickBfloat16(const c10::Device& device) {
    if (device.is_cuda()) return true;
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

/// Keeps cuDNN's attention out, which LibTorch takes on newer GPUs in bfloat16: it plans anew for each shape of a batch, and that takes
/// longer than the step does.
class NoCudnnAttention {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
public:
    NoCudnnAttention() { at::globalContext().setSDPUseCuDNN(false); }
    ~NoCudnnAttention() { at::globalContext().setSDPUseCuDNN(before_); }
    NoCudnnAttention(const NoCudnnAttention&) = delete;
    NoCudnnAttention& operator=(const NoCudnnAttention&) = delete;

private:
    bool before_ = at::globalContext().userEnabledCuDNNSDP();
#endif
};

/// bfloat16 autocast on a device for the lifetime of the object; both LibTorch generations spell it differently.
class Autocast {
public:
    Autocast(bool on, const c10::Device& device) : on_(on), cuda_(device.is_cuda()) {
        if (on_) set(true);
    }
    ~Autocast() {
        if (!on_) return;
        set(false);
        at::autocast::clear_cache();
    }
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    void set(bool enabled) const {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
        const auto device = cuda_ ? at::kCUDA : at::kCPU;
        at::autocast::set_autocast_dtype(device, at::kBFloat16);
        at::autocast::set_autocast_enabled(device, enabled);
#else
        if (cuda_) {
            at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
            at::autocast::set_enabled(enabled);
        } else {
            at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
            at::autocast::set_cpu_enabled(enabled);
        }
#endif
    }

    bool on_, cuda_;
    NoCudnnAttention noCudnnAttention_;
};

} // namespace diffuscope
