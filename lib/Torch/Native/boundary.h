// What every part of the shim needs at the boundary: errors as texts, tensors as pointers.
#pragma once

#include "shim.h"

#include <ATen/ATen.h>

#include <algorithm>
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

using TensorPointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

inline at::Tensor borrow(void* impl) {
    return impl == nullptr ? at::Tensor() : at::Tensor(TensorPointer::reclaim_copy(static_cast<c10::TensorImpl*>(impl)));
}

// Takes a reference over.
inline at::Tensor take(void* impl) {
    return impl == nullptr ? at::Tensor() : at::Tensor(TensorPointer::reclaim(static_cast<c10::TensorImpl*>(impl)));
}

inline void* give(at::Tensor tensor) {
    return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

// No list stands for one of no items.
inline std::vector<at::Tensor> tensors(void* const* items, int64_t count) {
    std::vector<at::Tensor> list(items == nullptr ? 0 : count);
    std::transform(items, items + list.size(), list.begin(), borrow);
    return list;
}
