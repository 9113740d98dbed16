#include "boundary.h"
#include "compat.h"
#include "fast.h"

#include <ATen/NamedTensorUtils.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/grad_mode.h>

namespace {

at::Generator generator(void* impl) {
    return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(impl)));
}

at::Device device(int64_t packed) {
    return at::Device(static_cast<at::DeviceType>(packed & 0xff), static_cast<c10::DeviceIndex>(packed >> 8));
}

template <class T, class Item>
c10::List<T> list(const Slot& s, T (*convert)(Item) = [](Item item) { return static_cast<T>(item); }) {
    c10::List<T> result;
    result.reserve(s.n);
    for (int32_t k = 0; k < s.n; k++) result.push_back(convert(static_cast<Item*>(s.p)[k]));
    return result;
}

c10::optional<at::Tensor> borrow_optional(void* impl) {
    return impl == nullptr ? c10::nullopt : c10::optional<at::Tensor>(borrow(impl));
}

c10::IValue read(const Slot& s, const c10::Argument& argument) {
    switch (s.tag) {
        case None: return {};
        case TensorTag: return borrow(s.p);
        case Int: return s.i;
        case Double: return s.d;
        case Bool: return s.i != 0;
        case IntList: return list<int64_t, int64_t>(s);
        case DoubleList: return list<double, double>(s);
        case BoolList: return list<bool, uint8_t>(s);
        case String: return std::string(static_cast<char*>(s.p), s.n);
        case DeviceTag: return device(s.i);
        case GeneratorTag: return generator(s.p);
        case Complex: return c10::complex<double>(static_cast<double*>(s.p)[0], static_cast<double*>(s.p)[1]);
        case TensorList: return list<at::Tensor, void*>(s, borrow);
        case OptTensorList: return list<c10::optional<at::Tensor>, void*>(s, borrow_optional);
        case Default:
            TORCH_CHECK(argument.default_value().has_value(), "argument '", argument.name(), "' has no default");
            return *argument.default_value();
        default: TORCH_CHECK(false, "unknown slot tag ", s.tag);
    }
}

template <class Item, class Source>
void write_list(Slot& s, int32_t tag, const Source& source) {
    s = Slot{tag, static_cast<int32_t>(source.size()), {0}};
    auto* items = static_cast<Item*>(std::malloc(sizeof(Item) * (source.size() + 1)));
    for (size_t k = 0; k < source.size(); k++) items[k] = static_cast<Item>(source[k]);
    s.p = items;
}

// Memory that would go with the tensor, in KiB: nothing for a view of somebody else's storage.
int32_t owned_kilobytes(const at::Tensor& t) {
    if (!t.defined() || !t.has_storage() || t.storage().use_count() != 1) return 0;
    return static_cast<int32_t>(std::min<size_t>(t.storage().nbytes() >> 10, INT32_MAX));
}

void write(Slot& s, c10::IValue&& value) {
    if (value.isTensor()) {
        write_tensor(s, std::move(value).toTensor());
    } else if (value.isComplexDouble()) {
        auto c = value.toComplexDouble();
        write_list<double>(s, Complex, std::vector<double>{c.real(), c.imag()});
    } else if (value.isTensorList()) {
        std::vector<void*> items;
        for (auto& t : value.toTensorVector()) items.push_back(give(std::move(t)));
        write_list<void*>(s, TensorList, items);
    } else if (value.isIntList()) {
        write_list<int64_t>(s, IntList, value.toIntVector());
    } else if (value.isDoubleList()) {
        write_list<double>(s, DoubleList, value.toDoubleVector());
    } else if (value.isString()) {
        s = Slot{String, static_cast<int32_t>(value.toStringRef().size()), {0}};
        s.p = copy(value.toStringRef());
    } else {
        TORCH_CHECK(write_plain(s, value), "a result of type ", value.tagKind(), " is not supported");
    }
}

} // namespace

void write_tensor(Slot& s, at::Tensor&& t) {
    s = Slot{TensorTag, owned_kilobytes(t), {0}};
    s.p = give(std::move(t));
}

// ---- operators ----

// Finds an operator, for instance ("aten::add", "Tensor"). The handle lives as long as the process.
CT_API char* ct_find(const char* name, const char* overload, void** op) {
    return guarded([&] {
        auto found = c10::Dispatcher::singleton().findSchema({name, overload});
        TORCH_CHECK(found.has_value(), "there is no operator ", name, *overload ? "." : "", overload);
        *op = new Op(*found);
    });
}

CT_API char* ct_schema(void* op) { return copy(toString(static_cast<Op*>(op)->handle.schema())); }

static bool call_unboxed(const Op& op, Slot* slots, int32_t count) {
    const auto wanted = op.defaults.size();
    if (static_cast<size_t>(count) > wanted) return false;
    for (size_t k = 0; k < wanted; k++)   // C# has room for all arguments
        if (k >= static_cast<size_t>(count) || slots[k].tag == Default) slots[k] = op.defaults[k];
    return op.call(op, slots, slots[0]);
}

// Runs one operator. Arguments are read from slots, results replace them (new references).
// Trailing arguments that are not given take the schema's defaults.
CT_API char* ct_call(void* op, Slot* slots, int32_t count, int32_t capacity, int32_t* results) {
    return guarded([&] {
        auto& known = *static_cast<Op*>(op);
        if (known.call != nullptr && call_unboxed(known, slots, count)) {
            *results = 1;
            return;
        }
        auto& handle = known.handle;
        auto& arguments = handle.schema().arguments();
        TORCH_CHECK(count <= static_cast<int32_t>(arguments.size()), "takes ", arguments.size(), " arguments, not ", count);
        torch::jit::Stack stack;
        stack.reserve(arguments.size());
        const Slot missing{Default, 0, {0}};
        for (size_t k = 0; k < arguments.size(); k++) stack.push_back(read(k < static_cast<size_t>(count) ? slots[k] : missing, arguments[k]));
        handle.callBoxed(&stack);
        TORCH_CHECK(static_cast<int32_t>(stack.size()) <= capacity, "returns ", stack.size(), " values");
        for (size_t k = 0; k < stack.size(); k++) write(slots[k], std::move(stack[k]));
        *results = static_cast<int32_t>(stack.size());
    });
}

CT_API void ct_free(void* memory) { std::free(memory); }

// ---- tensors ----

CT_API void ct_retain(void* tensor) { c10::raw::intrusive_ptr::incref(static_cast<c10::TensorImpl*>(tensor)); }
CT_API void ct_release(void* tensor) { c10::raw::intrusive_ptr::decref(static_cast<c10::TensorImpl*>(tensor)); }

CT_API char* ct_info(void* tensor, TensorInfo* info) {
    return guarded([&] {
        auto t = borrow(tensor);
        const auto code = [](auto value) { return static_cast<int32_t>(value); };
        *info = {t.dim(), t.numel(), static_cast<int64_t>(t.element_size()), code(t.scalar_type()), code(t.device().type()), t.device().index(),
                 code(t.layout()), t.requires_grad(), t.is_leaf(), t.layout() == at::kStrided && t.is_contiguous()};
    });
}

CT_API char* ct_sizes(void* tensor, int64_t* sizes, int64_t* strides) {
    return guarded([&] {
        auto t = borrow(tensor);
        std::copy(t.sizes().begin(), t.sizes().end(), sizes);
        if (strides != nullptr) std::copy(t.strides().begin(), t.strides().end(), strides);
    });
}

CT_API char* ct_data(void* tensor, void** data) { return guarded([&] { *data = borrow(tensor).data_ptr(); }); }

// A tensor over memory that somebody else owns, and lets go when called back.
CT_API char* ct_over_memory(void* data, int64_t count, int32_t dtype, void (*release)(int64_t), int64_t context, void** result) {
    return guarded([&] {
        *result = give(at::from_blob(data, {count}, [=](void*) { release(context); }, at::TensorOptions(static_cast<at::ScalarType>(dtype))));
    });
}

// Names of the dimensions with commas between, "*" where one has none; null if none has.
CT_API char* ct_names(void* tensor, char** names) {
    return guarded([&] {
        auto t = borrow(tensor);
        std::string text;
        for (auto& name : t.names()) text += (text.empty() ? "" : ",") + std::string(name.symbol().toUnqualString());
        *names = t.has_names() ? copy(text) : nullptr;
    });
}

CT_API char* ct_set_names(void* tensor, const char* names) {
    return guarded([&] {
        std::vector<at::Dimname> list;
        std::istringstream text(names == nullptr ? "" : names);
        for (std::string name; std::getline(text, name, ',');)
            list.push_back(name == "*" ? at::Dimname::wildcard() : at::Dimname::fromSymbol(c10::Symbol::dimname(name)));
        at::internal_set_names_inplace(borrow(tensor), names == nullptr ? c10::nullopt : c10::optional<at::DimnameList>(list));
    });
}

// The storage behind a tensor: where it begins, its bytes, and the tensor's offset in elements.
CT_API char* ct_storage(void* tensor, void** data, int64_t* bytes, int64_t* offset) {
    return guarded([&] {
        auto t = borrow(tensor);
        *offset = t.storage_offset();
        *bytes = static_cast<int64_t>(t.storage().nbytes());
        *data = *bytes == 0 ? nullptr : static_cast<char*>(t.data_ptr()) - *offset * t.element_size();
    });
}

// ---- autograd ----

CT_API char* ct_grad_get(void* tensor, void** grad) { return guarded([&] { *grad = give(borrow(tensor).grad()); }); }
CT_API char* ct_grad_set(void* tensor, void* grad) { return guarded([&] { borrow(tensor).mutable_grad() = borrow(grad); }); }

CT_API char* ct_grad_fn(void* tensor, char** name) {
    return guarded([&] {
        auto t = borrow(tensor);
        *name = t.grad_fn() ? copy(t.grad_fn()->name()) : nullptr;
    });
}

CT_API char* ct_backward(void* const* roots, void* const* grads, int32_t count, int32_t retain, int32_t create) {
    return guarded([&] { torch::autograd::backward(tensors(roots, count), tensors(grads, count), retain != 0, create != 0); });
}

CT_API char* ct_grad(void* const* outputs, void* const* grads, int32_t outputCount, void* const* inputs,
                     int32_t inputCount, int32_t retain, int32_t create, int32_t allowUnused, void** results) {
    return guarded([&] {
        auto found = torch::autograd::grad(tensors(outputs, outputCount), tensors(inputs, inputCount), tensors(grads, outputCount),
                                           retain != 0, create != 0, allowUnused != 0);
        for (int32_t k = 0; k < inputCount; k++) results[k] = give(std::move(found[k]));
    });
}

// Calls back with (context, gradient) and takes the new reference that it returns, or null for no change.
CT_API char* ct_register_hook(void* tensor, void* (*callback)(int64_t, void*), int64_t context, uint32_t* id) {
    return guarded([&] {
        *id = borrow(tensor).register_hook([callback, context](at::Tensor grad) {
            auto* result = callback(context, grad.unsafeGetTensorImpl());
            return result == nullptr ? grad : take(result);
        });
    });
}

CT_API char* ct_remove_hook(void* tensor, uint32_t id) { return guarded([&] { borrow(tensor).remove_hook(id); }); }

CT_API int32_t ct_grad_mode(void) { return c10::GradMode::is_enabled(); }
CT_API void ct_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }
CT_API void* ct_inference_begin(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }
CT_API void ct_inference_end(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

// ---- autocast ----

CT_API int32_t ct_autocast(int32_t device, int32_t* dtype) {
    *dtype = static_cast<int32_t>(compat::autocast_dtype(static_cast<at::DeviceType>(device)));
    return compat::autocast_enabled(static_cast<at::DeviceType>(device));
}

CT_API void ct_set_autocast(int32_t device, int32_t enabled, int32_t dtype) {
    compat::set_autocast(static_cast<at::DeviceType>(device), enabled != 0, static_cast<at::ScalarType>(dtype));
}

// Nesting depth after one step in (+1) or out (-1); at zero the cached casts are dropped.
CT_API void ct_autocast_nest(int32_t step) {
    if (step > 0) at::autocast::increment_nesting();
    else if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
}

// ---- generators, threads, switches ----

CT_API char* ct_generator(int64_t packedDevice, int32_t fresh, void** impl) {
    return guarded([&] {
        auto d = device(packedDevice);
        auto found = at::globalContext().defaultGenerator(d);
        *impl = fresh ? found.clone().unsafeReleaseGeneratorImpl() : at::Generator(found).unsafeReleaseGeneratorImpl();
    });
}

CT_API void ct_generator_release(void* impl) { c10::raw::intrusive_ptr::decref(static_cast<c10::GeneratorImpl*>(impl)); }

CT_API char* ct_generator_seed(void* impl, uint64_t seed) {
    return guarded([&] {
        auto g = generator(impl);
        std::lock_guard<std::mutex> lock(g.mutex());
        g.set_current_seed(seed);
    });
}

CT_API uint64_t ct_generator_initial_seed(void* impl) { return generator(impl).current_seed(); }

CT_API char* ct_generator_state(void* impl, void** tensor) { return guarded([&] { *tensor = give(generator(impl).get_state()); }); }
CT_API char* ct_generator_set_state(void* impl, void* tensor) { return guarded([&] { generator(impl).set_state(borrow(tensor)); }); }

CT_API int32_t ct_threads(void) { return at::get_num_threads(); }
CT_API int32_t ct_interop_threads(void) { return at::get_num_interop_threads(); }
CT_API char* ct_set_threads(int32_t count) { return guarded([&] { at::set_num_threads(count); }); }
CT_API char* ct_set_interop_threads(int32_t count) { return guarded([&] { at::set_num_interop_threads(count); }); }


// One of the switches below, after setting it if value is not negative.
CT_API int32_t ct_flag(int32_t which, int32_t value) {
    auto& c = at::globalContext();
    const bool set = value >= 0, on = value != 0;
    switch (which) {
        case 0: if (set) c.setBenchmarkCuDNN(on); return c.benchmarkCuDNN();
        case 1: if (set) c.setDeterministicCuDNN(on); return c.deterministicCuDNN();
        case 2: if (set) c.setAllowTF32CuDNN(on); return c.allowTF32CuDNN();
        case 3: if (set) c.setAllowTF32CuBLAS(on); return c.allowTF32CuBLAS();
        case 4: if (set) c.setDeterministicAlgorithms(on, value == 2); return c.deterministicAlgorithms() ? 1 + c.deterministicAlgorithmsWarnOnly() : 0;
        case 5: if (set) c.setUserEnabledMkldnn(on); return c.userEnabledMkldnn();
        case 6: if (set) c.setAllowFP16ReductionCuBLAS(on); return compat::fp16_reduction();
        case 7: if (set) c.setSDPUseFlash(on); return c.userEnabledFlashSDP();
        case 8: if (set) c.setSDPUseMath(on); return c.userEnabledMathSDP();
    }
    return 0;
}

CT_API char* ct_version(void) { return copy(TORCH_VERSION); }
CT_API char* ct_show_config(void) { return copy(at::show_config()); }
CT_API char* ct_parallel_info(void) { return copy(at::get_parallel_info()); }
