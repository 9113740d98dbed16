// What is asked of CUDA devices. Streams need nothing but libtorch; memory statistics and graphs also CUDA's headers.
#include "boundary.h"

#include <c10/core/impl/VirtualGuardImpl.h>

#ifdef CT_CUDA_HEADERS
#include <ATen/cuda/CUDAGraph.h>
#include <c10/cuda/CUDACachingAllocator.h>
#endif

namespace {

c10::impl::VirtualGuardImpl cuda() { return c10::impl::VirtualGuardImpl(at::kCUDA); }
at::Device device(int32_t index) { return at::Device(at::kCUDA, static_cast<c10::DeviceIndex>(index)); }

}  // namespace

CT_API int32_t ct_cuda_devices(void) {
    int32_t count = 0;
    std::free(guarded([&] { if (at::hasCUDA()) count = cuda().deviceCount(); }));
    return count;
}

CT_API char* ct_cuda_synchronize(int32_t index) { return guarded([&] { cuda().synchronizeStream(cuda().getStream(device(index))); }); }

// Makes a device's stream current, one of the pool if so asked, and puts the stream that was current in its place.
CT_API char* ct_cuda_stream(int32_t index, int32_t fresh, int64_t* id) {
    return guarded([&] {
        const auto next = fresh ? cuda().getStreamFromGlobalPool(device(index)) : c10::Stream(c10::Stream::UNSAFE, device(index), *id);
        *id = cuda().exchangeStream(next).id();
    });
}

#ifdef CT_CUDA_HEADERS

// Bytes of the allocator: allocated, its peak, reserved, its peak. Action 1 empties the cache first, 2 resets the peaks.
CT_API char* ct_cuda_memory(int32_t index, int32_t action, int64_t* bytes) {
    return guarded([&] {
        namespace allocator = c10::cuda::CUDACachingAllocator;
        if (action == 1) allocator::emptyCache();
        if (action == 2) allocator::resetPeakStats(static_cast<c10::DeviceIndex>(index));
        const auto stats = allocator::getDeviceStats(static_cast<c10::DeviceIndex>(index));
        const auto &allocated = stats.allocated_bytes[0], &reserved = stats.reserved_bytes[0];
        const int64_t numbers[] = {allocated.current, allocated.peak, reserved.current, reserved.peak};
        std::copy(numbers, numbers + 4, bytes);
    });
}

// What to do with a graph: make it, begin (in another's pool, if given) and end the capture, replay, reset, delete.
CT_API char* ct_cuda_graph(int32_t action, void** graph, void* other) {
    return guarded([&] {
        auto* self = static_cast<at::cuda::CUDAGraph*>(*graph);
        switch (action) {
            case 0: *graph = new at::cuda::CUDAGraph(); break;
            case 1: other == nullptr ? self->capture_begin() : self->capture_begin(static_cast<at::cuda::CUDAGraph*>(other)->pool()); break;
            case 2: self->capture_end(); break;
            case 3: self->replay(); break;
            case 4: self->reset(); break;
            default: delete self;
        }
    });
}

#else

static char* no_headers(const char* what) {
    return guarded([&] { TORCH_CHECK(false, what, " need a libtorch with CUDA and the CUDA headers "
                                     "(pip install nvidia-cuda-runtime, or set CUDA_HOME, and remove the cached shim)"); });
}

CT_API char* ct_cuda_memory(int32_t, int32_t, int64_t*) { return no_headers("memory statistics"); }
CT_API char* ct_cuda_graph(int32_t, void**, void*) { return no_headers("CUDA graphs"); }

#endif
