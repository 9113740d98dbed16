// What differs between libtorch 1.13 and the newest, kept in one place.
#pragma once

#include <ATen/ATen.h>
#include <ATen/autocast_mode.h>
#include <torch/version.h>

#ifdef CT_CUDA_STATISTICS
#include <c10/cuda/CUDACachingAllocator.h>
#endif

#define CT_TORCH_AT_LEAST(major, minor) \
    (TORCH_VERSION_MAJOR > (major) || (TORCH_VERSION_MAJOR == (major) && TORCH_VERSION_MINOR >= (minor)))

namespace compat {

inline bool autocast_enabled(at::DeviceType device) {
#if CT_TORCH_AT_LEAST(2, 4)
    return at::autocast::is_autocast_enabled(device);
#else
    return device == at::kCUDA ? at::autocast::is_enabled() : at::autocast::is_cpu_enabled();
#endif
}

inline at::ScalarType autocast_dtype(at::DeviceType device) {
#if CT_TORCH_AT_LEAST(2, 4)
    return at::autocast::get_autocast_dtype(device);
#else
    return device == at::kCUDA ? at::autocast::get_autocast_gpu_dtype() : at::autocast::get_autocast_cpu_dtype();
#endif
}

inline void set_autocast(at::DeviceType device, bool enabled, at::ScalarType dtype) {
#if CT_TORCH_AT_LEAST(2, 4)
    at::autocast::set_autocast_enabled(device, enabled);
    at::autocast::set_autocast_dtype(device, dtype);
#else
    if (device == at::kCUDA) {
        at::autocast::set_enabled(enabled);
        at::autocast::set_autocast_gpu_dtype(dtype);
    } else {
        at::autocast::set_cpu_enabled(enabled);
        at::autocast::set_autocast_cpu_dtype(dtype);
    }
#endif
}

// Half precision sums inside cuBLAS; the newest libtorch answers with an enumeration whose zero means "allowed".
inline bool fp16_reduction() {
#if CT_TORCH_AT_LEAST(2, 9)
    return static_cast<int>(at::globalContext().allowFP16ReductionCuBLAS()) == 0;
#else
    return at::globalContext().allowFP16ReductionCuBLAS();
#endif
}

// Bytes of a CUDA device's allocator: allocated, its peak, reserved, its peak. Action 1 empties the cache first, 2 resets the peaks.
inline void cuda_memory(int device, int action, int64_t* bytes) {
#ifdef CT_CUDA_STATISTICS
    namespace allocator = c10::cuda::CUDACachingAllocator;
    if (action == 1) allocator::emptyCache();
    if (action == 2) allocator::resetPeakStats(static_cast<c10::DeviceIndex>(device));
    auto stats = allocator::getDeviceStats(static_cast<c10::DeviceIndex>(device));
    bytes[0] = stats.allocated_bytes[0].current;
    bytes[1] = stats.allocated_bytes[0].peak;
    bytes[2] = stats.reserved_bytes[0].current;
    bytes[3] = stats.reserved_bytes[0].peak;
#else
    (void)device, (void)action, (void)bytes;
    TORCH_CHECK(false, "memory statistics need a libtorch with CUDA and the CUDA headers "
                       "(pip install nvidia-cuda-runtime, or set CUDA_HOME, and remove the cached shim)");
#endif
}

} // namespace compat
