using CnnCourse.Torch;

namespace TorchSharp.Modules;

/// <summary>Loshchilov and Hutter 2017: Adam whose weight decay bypasses the moments.</summary>
public class AdamW : Adam
{
    public AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    private protected override Batch<State> Decayed(Modules.ParamGroup group, Options options)
    {
        var batch = Collect<State>(group, options.maximize!.Value);
        var decay = options.weight_decay!.Value;
        if (decay != 0 && !batch.IsEmpty) Foreach.mulNumber_.Run(batch.Parameters, 1 - options.LearningRate!.Value * decay);
        return batch;
    }
}
