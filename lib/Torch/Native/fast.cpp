#include "fast.h"

#include <ATen/ATen.h>

namespace {

// A slot holds a TensorImpl*, and a Tensor is nothing but one: no reference is counted for the call's time.
static_assert(sizeof(at::Tensor) == sizeof(void*), "a tensor is one pointer");

// What an argument is: Tensor, Scalar and Scalar?, int and int?, bool, int[] and int[]?.
char kind(const std::string& type) {
    static const std::unordered_map<std::string, char> kinds{
        {"Tensor", 'T'}, {"Scalar", 'S'}, {"Scalar?", 's'}, {"int", 'i'}, {"int?", 'j'}, {"bool", 'b'}, {"int[]", 'I'}, {"int[]?", 'J'}};
    const auto found = kinds.find(type);
    return found == kinds.end() ? '?' : found->second;
}

template <class A> constexpr char kind_of = 'j';  // optional int, dtype or memory format
template <> constexpr char kind_of<const at::Tensor&> = 'T';
template <> constexpr char kind_of<const at::Scalar&> = 'S';
template <> constexpr char kind_of<const c10::optional<at::Scalar>&> = 's';
template <> constexpr char kind_of<int64_t> = 'i';
template <> constexpr char kind_of<bool> = 'b';
template <> constexpr char kind_of<c10::SymIntArrayRef> = 'I';
template <> constexpr char kind_of<at::OptionalIntArrayRef> = 'J';

template <char kind> bool fits(int32_t tag) {
    if (tag == None) return kind == 's' || kind == 'j' || kind == 'J';
    if (kind == 'S' || kind == 's') return tag == Double || tag == Int || tag == Bool;
    return tag == (kind == 'T' ? TensorTag : kind == 'b' ? Bool : kind == 'i' || kind == 'j' ? Int : IntList);
}

template <class A>
decltype(auto) decode(const Slot& s) {
    constexpr char kind = kind_of<A>;
    using Value = std::decay_t<A>;
    if constexpr (kind == 'T') return *reinterpret_cast<const at::Tensor*>(&s.p);
    else if constexpr (kind == 'S') return s.tag == Double ? at::Scalar(s.d) : s.tag == Int ? at::Scalar(s.i) : at::Scalar(s.i != 0);
    else if constexpr (kind == 's') return s.tag == None ? Value() : Value(decode<const at::Scalar&>(s));
    else if constexpr (kind == 'j') return s.tag == None ? Value() : Value(static_cast<typename Value::value_type>(s.i));
    else if constexpr (kind == 'J') return s.tag == None ? Value() : Value(at::IntArrayRef(static_cast<int64_t*>(s.p), s.n));
    else if constexpr (kind == 'I') return c10::fromIntArrayRefUnchecked({static_cast<int64_t*>(s.p), static_cast<size_t>(s.n)});
    else return static_cast<A>(s.i);
}

template <class A> bool asks_for_gradient(const Slot& s) {
    if constexpr (kind_of<A> == 'T') return decode<A>(s).requires_grad();
    else return false;
}

template <class Function> struct Signature;

template <class... Args>
struct Signature<at::Tensor(Args...)> {
    using Typed = c10::TypedOperatorHandle<at::Tensor(Args...)>;

    static std::string kinds() { return {kind_of<Args>...}; }

    template <size_t... K>
    static bool invoke(const Op& op, const Slot* slots, Slot& result, std::index_sequence<K...>) {
        if (!(fits<kind_of<Args>>(slots[K].tag) && ...)) return false;
        const bool recorded = !op.is_pure || (at::GradMode::is_enabled() && (asks_for_gradient<Args>(slots[K]) || ...));
        c10::impl::ExcludeDispatchKeyGuard below(recorded ? c10::DispatchKeySet() : c10::autograd_dispatch_keyset_with_ADInplaceOrView);
        write_tensor(result, static_cast<const Typed*>(op.typed)->call(decode<Args>(slots[K])...));
        return true;
    }

    static bool call(const Op& op, const Slot* slots, Slot& result) { return invoke(op, slots, result, std::index_sequence_for<Args...>()); }

    static bool match(Op& op, const std::string& wanted) {
        if (wanted != kinds()) return false;
        try {
            op.typed = new Typed(op.handle.typed<at::Tensor(Args...)>());
            op.call = call;
            return true;
        } catch (const c10::Error&) {
            return false;  // another type behind the same kinds: some operators' differ between versions of libtorch
        }
    }
};

template <class... Signatures>
void match_first(Op& op, const std::string& kinds) { (Signatures::match(op, kinds) || ...); }

using T = const at::Tensor&;
using S = const at::Scalar&;

}  // namespace

bool write_plain(Slot& slot, const c10::IValue& value) {
    slot = Slot{None, 0, {0}};
    if (value.isInt()) slot = Slot{Int, 0, {value.toInt()}};
    else if (value.isBool()) slot = Slot{Bool, 0, {value.toBool()}};
    else if (value.isDouble()) slot.tag = Double, slot.d = value.toDouble();
    else return value.isNone();
    return true;
}

Op::Op(c10::OperatorHandle found) : handle(found) {
    auto& schema = handle.schema();
    if (schema.returns().size() != 1 || kind(schema.returns()[0].type()->str()) != 'T') return;
    std::string kinds;
    is_pure = !handle.hasKernelForDispatchKey(c10::DispatchKey::CompositeImplicitAutograd);
    for (auto& argument : schema.arguments()) {
        const auto* alias = argument.alias_info();
        if (alias != nullptr && alias->isWrite()) return;
        is_pure &= alias == nullptr;
        kinds += kind(argument.type()->str());
        Slot slot{Default, 0, {0}};
        if (argument.default_value().has_value() && !write_plain(slot, *argument.default_value())) slot.tag = Default;
        defaults.push_back(slot);
    }
    match_first<
        Signature<at::Tensor(T)>, Signature<at::Tensor(T, T)>, Signature<at::Tensor(T, T, S)>, Signature<at::Tensor(T, T, T)>,
        Signature<at::Tensor(T, S)>, Signature<at::Tensor(T, S, S)>,
        Signature<at::Tensor(T, const c10::optional<at::Scalar>&, const c10::optional<at::Scalar>&)>,
        Signature<at::Tensor(T, c10::optional<at::ScalarType>)>, Signature<at::Tensor(T, c10::optional<at::MemoryFormat>)>,
        Signature<at::Tensor(T, at::OptionalIntArrayRef, bool, c10::optional<at::ScalarType>)>,
        Signature<at::Tensor(T, c10::optional<int64_t>, bool)>, Signature<at::Tensor(T, int64_t, c10::optional<at::ScalarType>)>,
        Signature<at::Tensor(T, int64_t, T)>, Signature<at::Tensor(T, int64_t)>, Signature<at::Tensor(T, int64_t, int64_t)>,
        Signature<at::Tensor(T, c10::SymIntArrayRef)>>(*this, kinds);
}
