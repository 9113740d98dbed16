// Functions whose gradient C# computes: a node of the autograd graph that calls back.
#include "boundary.h"

#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>

namespace {

using torch::autograd::SavedVariable;
using torch::autograd::variable_list;

// Fills one new reference or null per input; not zero if C# has an exception to throw.
using Backward = int32_t (*)(int64_t context, void* node, void* const* grads, int32_t count, void** results, int32_t inputs);

struct CallbackNode final : torch::autograd::Node {
    std::string label;
    int64_t context = 0;
    Backward backward = nullptr;
    void (*forget)(int64_t) = nullptr;
    bool materialize = true;
    std::vector<SavedVariable> saved;

    ~CallbackNode() override { forget(context); }
    std::string name() const override { return label; }
    void release_variables() override { saved.clear(); }

    variable_list apply(variable_list&& grads) override {
        std::vector<void*> given;
        for (size_t k = 0; k < grads.size(); k++) {
            if (!grads[k].defined() && materialize) grads[k] = input_metadata(k).zeros_like();
            given.push_back(grads[k].defined() ? grads[k].unsafeGetTensorImpl() : nullptr);
        }
        std::vector<void*> results(num_outputs(), nullptr);
        const auto failed = backward(context, this, given.data(), static_cast<int32_t>(given.size()), results.data(), static_cast<int32_t>(results.size()));
        variable_list found(results.size());
        std::transform(results.begin(), results.end(), found.begin(), take);
        TORCH_CHECK(failed == 0, label, " failed in backward");
        return found;
    }
};

} // namespace

// Makes outputs (kind 0: differentiable, 1: not, 2: an input changed in place) depend on inputs through one new node.
CT_API char* ct_function(const char* name, int64_t context, Backward backward, void (*forget)(int64_t), int32_t materialize,
                         void* const* inputs, int32_t inputCount, void* const* outputs, const int32_t* kinds, int32_t outputCount,
                         void* const* saved, int32_t savedCount) {
    return guarded([&] {
        std::shared_ptr<CallbackNode> node(new CallbackNode(), torch::autograd::deleteNode);
        node->label = name;
        node->context = context;
        node->backward = backward;
        node->forget = forget;
        node->materialize = materialize != 0;
        node->set_next_edges(torch::autograd::collect_next_edges(tensors(inputs, inputCount)));
        for (int32_t k = 0; k < outputCount; k++) {
            auto output = borrow(outputs[k]);
            if (kinds[k] == 2) torch::autograd::impl::rebase_history(output, {node, node->add_input_metadata(output)});
            else if (kinds[k] == 0) torch::autograd::set_history(output, node);
            else node->add_input_metadata(output);
        }
        for (int32_t k = 0; k < savedCount; k++)
            node->saved.emplace_back(borrow(saved[k]), std::find(outputs, outputs + outputCount, saved[k]) != outputs + outputCount);
    });
}

// The tensors that were saved for backward: new references, null where one was null.
CT_API char* ct_function_saved(void* node, void** results) {
    return guarded([&] {
        auto* self = static_cast<CallbackNode*>(node);
        for (auto& variable : self->saved) *results++ = give(variable.unpack(self->shared_from_this()));
    });
}

CT_API int32_t ct_anomaly(void) {
    using torch::autograd::AnomalyMode;
    return AnomalyMode::is_enabled() ? 1 + AnomalyMode::should_check_nan() : 0;
}

CT_API void ct_set_anomaly(int32_t enabled, int32_t checkNan) { torch::autograd::AnomalyMode::set_enabled(enabled != 0, checkNan != 0); }
CT_API int32_t ct_inference_mode(void) { return c10::InferenceMode::is_enabled(); }
