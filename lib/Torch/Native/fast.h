// Calls without boxed values, for operators whose C++ signature is one of the common ones.
#pragma once

#include "shim.h"

#include <ATen/core/dispatch/Dispatcher.h>

// An operator as C# holds it: the dispatcher's handle, and how to call it unboxed if that is known.
struct Op {
    // Whether the call was made; not if the arguments are of other kinds than the signature takes.
    using Call = bool (*)(const Op& op, const Slot* arguments, Slot& result);

    explicit Op(c10::OperatorHandle handle);

    c10::OperatorHandle handle;
    Call call = nullptr;
    void* typed = nullptr;
    bool is_pure = false;        // one kernel and no views: where nothing asks for gradients, autograd need not be passed through
    std::vector<Slot> defaults;  // as many as arguments; used where a call gives fewer
};

// The result of an operator as a slot that owns one reference.
void write_tensor(Slot& slot, at::Tensor&& tensor);

// A number, a truth value or None as a slot; false if it is none of these.
bool write_plain(Slot& slot, const c10::IValue& value);
