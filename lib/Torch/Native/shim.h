// The C boundary between C# and libtorch: plain integers and pointers only.
//
// Every function that can fail returns null, or a message that the caller releases with ct_free.
// No exception crosses. A tensor is a TensorImpl*; "new" results carry one reference, which
// ct_release gives back; arguments are borrowed.
#pragma once

#include <cstdint>

#define CT_API extern "C" __attribute__((visibility("default")))

enum Tag : int32_t {
    None = 0,          // None, or an optional that is not there
    TensorTag = 1,     // p: TensorImpl*
    Int = 2,           // i: int, bool-free enumerations (dtype, layout, memory format) and int scalars
    Double = 3,        // d: float and float scalars
    Bool = 4,          // i: 0 or 1
    IntList = 5,       // p: int64_t*, n items
    DoubleList = 6,    // p: double*, n items
    BoolList = 7,      // p: uint8_t*, n items
    TensorList = 8,    // p: TensorImpl**, n items
    OptTensorList = 9, // p: TensorImpl**, n items, null for None
    String = 10,       // p: UTF-8, n bytes
    DeviceTag = 11,    // i: type | index << 8, index -1 for "current"
    GeneratorTag = 12, // p: GeneratorImpl*
    Complex = 13,      // p: double[2]
    Default = 14,      // the value that the operator's schema gives
};

struct Slot {
    int32_t tag;
    int32_t n;
    union {
        int64_t i;
        double d;
        void* p;
    };
};

struct TensorInfo {
    int64_t dim;
    int64_t numel;
    int64_t element_size;
    int32_t dtype;
    int32_t device_type;
    int32_t device_index;
    int32_t layout;
    int32_t requires_grad;
    int32_t is_leaf;
    int32_t is_contiguous;
};
