// Shape rules for operators that this libtorch cannot run on the meta device from C++ (Python brings its own).
// Boxed, so that one source serves every version's signatures; an operator that has a rule keeps it.
#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>
#include <torch/library.h>

namespace {

using Args = at::ArrayRef<c10::IValue>;
using Shape = std::vector<int64_t>;
using Rule = std::vector<at::Tensor> (*)(Args);

at::Tensor sized(const at::Tensor& like, const Shape& shape) {
    return at::empty(shape, like.options());
}

int64_t at_axis(const Shape& values, size_t axis) { return values.size() == 1 ? values[0] : values[axis]; }

// (input, weight, bias, stride, padding, dilation, transposed, output_padding, groups)
std::vector<at::Tensor> convolution(Args a) {
    auto input = a[0].toTensor(), weight = a[1].toTensor();
    auto stride = a[3].toIntVector(), padding = a[4].toIntVector(), dilation = a[5].toIntVector(), extra = a[7].toIntVector();
    const bool transposed = a[6].toBool();
    Shape shape{input.size(0), transposed ? weight.size(1) * a[8].toInt() : weight.size(0)};
    for (size_t k = 0; k < static_cast<size_t>(input.dim()) - 2; k++) {
        const auto n = input.size(k + 2), reach = at_axis(dilation, k) * (weight.size(k + 2) - 1) + 1;
        const auto s = at_axis(stride, k), p = at_axis(padding, k);
        shape.push_back(transposed ? (n - 1) * s - 2 * p + reach + at_axis(extra, k) : (n + 2 * p - reach) / s + 1);
    }
    return {sized(input, shape)};
}

// (input, weight, bias, running_mean, running_var, training, momentum, eps)
std::vector<at::Tensor> batch_norm(Args a) {
    auto input = a[0].toTensor();
    const auto channels = a[5].toBool() ? input.size(1) : 0;
    return {at::empty_like(input), sized(input, {channels}), sized(input, {channels})};
}

// (input, output_size)
std::vector<at::Tensor> resized(Args a) {
    auto input = a[0].toTensor();
    auto shape = input.sizes().vec(), last = a[1].toIntVector();
    for (size_t k = 0; k < last.size(); k++) shape[shape.size() - last.size() + k] = last[k];
    return {sized(input, shape)};
}

// (input, indices, output_size)
std::vector<at::Tensor> unpooled(Args a) { return resized({a[0], a[2]}); }

// (input, padding), the last axis first
std::vector<at::Tensor> padded(Args a) {
    auto input = a[0].toTensor();
    auto shape = input.sizes().vec(), padding = a[1].toIntVector();
    for (size_t k = 0; 2 * k < padding.size(); k++) shape[shape.size() - 1 - k] += padding[2 * k] + padding[2 * k + 1];
    return {sized(input, shape)};
}

// (self, dim, index)
std::vector<at::Tensor> selected(Args a) {
    auto input = a[0].toTensor();
    auto shape = input.sizes().vec();
    if (!shape.empty()) shape[at::maybe_wrap_dim(a[1].toInt(), input.dim())] = a[2].toTensor().numel();
    return {sized(input, shape)};
}

// (input, grid, ...)
std::vector<at::Tensor> sampled(Args a) {
    auto input = a[0].toTensor(), grid = a[1].toTensor();
    Shape shape{input.size(0), input.size(1)};
    for (int64_t k = 1; k < grid.dim() - 1; k++) shape.push_back(grid.size(k));
    return {sized(input, shape)};
}

std::vector<at::Tensor> same(Args a) { return {at::empty_like(a[0].toTensor())}; }

template <Rule rule>
void run(const c10::OperatorHandle& op, torch::jit::Stack* stack) {
    const auto count = op.schema().arguments().size();
    auto results = rule(torch::jit::last(*stack, count));
    torch::jit::drop(*stack, count);
    for (auto& result : results) stack->emplace_back(std::move(result));
}

template <Rule rule>
void add(torch::Library& library, const char* name) {
    auto op = c10::Dispatcher::singleton().findSchema({std::string("aten::") + name, ""});
    if (!op.has_value() || op->hasKernelForDispatchKey(c10::DispatchKey::Meta)) return;
    if (op->hasKernelForDispatchKey(c10::DispatchKey::CompositeImplicitAutograd)) return;
    library.impl(name, torch::CppFunction::makeFromBoxedFunction<run<rule>>());
}

struct Rules {
    torch::Library library{torch::Library::IMPL, "aten", c10::DispatchKey::Meta, __FILE__, __LINE__};

    Rules() {
        add<convolution>(library, "convolution_overrideable");
        add<batch_norm>(library, "native_batch_norm");
        add<resized>(library, "_adaptive_avg_pool2d");
        add<resized>(library, "_adaptive_avg_pool3d");
        add<unpooled>(library, "max_unpool2d");
        add<padded>(library, "reflection_pad2d");
        add<padded>(library, "replication_pad2d");
        add<selected>(library, "index_select");
        add<sampled>(library, "grid_sampler_2d");
        add<same>(library, "relu");
        add<same>(library, "prelu");
        add<same>(library, "hardswish");
    }
};

Rules rules;

}  // namespace
