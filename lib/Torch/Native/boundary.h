// What every part of the shim needs at the boundary: errors as texts, tensors as pointers.
#pragma once

#include "shim.h"

#include <ATen/ATen.h>

#include <cstdlib>
#include <cstring>

inline char* copy(const char* text, size_t length) {
    auto* result = static_cast<char*>(std::malloc(length + 1));
    std::memcpy(result, text, length);
    result[length] = 0;
    return result;
}

inline char* copy(const std::string& text) { return copy(text.data(), text.size()); }

// Runs an action; what it throws becomes the message.
template <class Action>
char* guarded(Action&& action) noexcept {
    try {
        action();
        return nullptr;
    } catch (const c10::Error& e) {
        return copy(e.what_without_backtrace());
    } catch (const std::exception& e) {
        return copy(e.what());
    } catch (...) {
        return copy("libtorch threw something that is no exception");
    }
}

inline at::Tensor borrow(void* impl) {
    if (impl == nullptr) return {};
    return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(
        static_cast<c10::TensorImpl*>(impl)));
}

inline void* give(at::Tensor tensor) {
    return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

inline std::vector<at::Tensor> tensors(void* const* items, int64_t count) {
    std::vector<at::Tensor> list;
    list.reserve(count);
    for (int64_t k = 0; k < count; k++) list.push_back(borrow(items[k]));
    return list;
}
