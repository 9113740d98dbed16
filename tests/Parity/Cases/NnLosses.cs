using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace CnnCourse.Parity.Cases;

public sealed class NnLosses : Parity<NnLosses>, ICases
{
    private static Input Probability(params long[] shape) => Input.In(0.05, 0.95, shape);
    private static Input Classes(long count, params long[] shape) => Input.Longs(0, count, shape);

    // -1 and 1 from {0, 1}.
    private static Tensor Signs(Tensor bits) => bits.to(float32) * 2 - 1;

    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("CrossEntropyLoss", "nn.CrossEntropyLoss()(x, y)", (x, y) => CrossEntropyLoss().call(x, y), [6, 4], Classes(4, 6)),
        Case("CrossEntropyLoss of images", "nn.CrossEntropyLoss(reduction='sum')(x, y)", (x, y) => CrossEntropyLoss(reduction: Reduction.Sum).call(x, y), [2, 4, 3, 3], Classes(4, 2, 3, 3)),
        Case("CrossEntropyLoss with weights", "nn.CrossEntropyLoss(weight=z, ignore_index=1)(x, y)", (x, y, z) => CrossEntropyLoss(z.detach(), 1).call(x, y), [6, 4], Classes(4, 6), Probability(4), grad: false),
        Case("cross_entropy with smoothed labels", "F.cross_entropy(x, y, label_smoothing=0.1)", (x, y) => F.cross_entropy(x, y, label_smoothing: 0.1), [6, 4], Classes(4, 6)),
        Case("cross_entropy smoothed and ignoring", "F.cross_entropy(x, y, label_smoothing=0.1, ignore_index=2, reduction='none')", (x, y) => F.cross_entropy(x, y, ignore_index: 2, reduction: Reduction.None, label_smoothing: 0.1), [6, 4], Classes(4, 6)),
        Case("cross_entropy with probabilities", "F.cross_entropy(x, y)", (x, y) => F.cross_entropy(x, y), [6, 4], Probability(6, 4)),
        Case("NLLLoss", "nn.NLLLoss()(F.log_softmax(x, 1), y)", (x, y) => NLLLoss().call(F.log_softmax(x, 1), y), [6, 4], Classes(4, 6)),
        Case("NLLLoss of images", "F.nll_loss(F.log_softmax(x, 1), y, reduction='none')", (x, y) => F.nll_loss(F.log_softmax(x, 1), y, reduction: Reduction.None), [2, 4, 3, 3], Classes(4, 2, 3, 3)),
        Case("MSELoss", "nn.MSELoss()(x, y)", (x, y) => MSELoss().call(x, y), [4, 5], [4, 5]),
        Case("MSELoss of the sum", "nn.MSELoss(reduction='sum')(x, y)", (x, y) => MSELoss(Reduction.Sum).call(x, y), [4, 5], [4, 5]),
        Case("L1Loss", "nn.L1Loss(reduction='none')(x, y)", (x, y) => L1Loss(Reduction.None).call(x, y), [4, 5], [4, 5]),
        Case("SmoothL1Loss", "nn.SmoothL1Loss(beta=0.7)(x, y)", (x, y) => SmoothL1Loss(beta: 0.7).call(x, y), [4, 5], [4, 5]),
        Case("HuberLoss", "nn.HuberLoss(delta=0.6)(x, y)", (x, y) => HuberLoss(0.6).call(x, y), [4, 5], [4, 5]),
        Case("BCELoss", "nn.BCELoss()(x, y)", (x, y) => BCELoss().call(x, y), Probability(4, 5), Probability(4, 5)),
        Case("BCELoss with weights", "F.binary_cross_entropy(x, y, weight=z, reduction='sum')", (x, y, z) => F.binary_cross_entropy(x, y, z, Reduction.Sum), Probability(4, 5), Probability(4, 5), Probability(5), grad: false),
        Case("BCEWithLogitsLoss", "nn.BCEWithLogitsLoss()(x, y)", (x, y) => BCEWithLogitsLoss().call(x, y), [4, 5], Probability(4, 5)),
        Case("BCEWithLogitsLoss with weights", "F.binary_cross_entropy_with_logits(x, y, pos_weight=z)", (x, y, z) => F.binary_cross_entropy_with_logits(x, y, pos_weights: z), [4, 5], Probability(4, 5), Probability(5), grad: false),
        Case("KLDivLoss", "nn.KLDivLoss(log_target=True, reduction='sum')(x, y)", (x, y) => KLDivLoss(true, Reduction.Sum).call(x, y), [4, 5], [4, 5]),
        Case("kl_div of probabilities", "F.kl_div(x, y)", (x, y) => F.kl_div(x, y, log_target: false), [4, 5], Probability(4, 5)),
        Case("PoissonNLLLoss", "nn.PoissonNLLLoss()(x, y)", (x, y) => PoissonNLLLoss().call(x, y), [4, 5], Input.In(0.5, 6, 4, 5)),
        Case("PoissonNLLLoss in full", "nn.PoissonNLLLoss(log_input=False, full=True)(x, y)", (x, y) => PoissonNLLLoss(false, true).call(x, y), Input.In(0.5, 6, 4, 5), Input.In(0.5, 6, 4, 5)),
        Case("GaussianNLLLoss", "nn.GaussianNLLLoss(eps=1e-6)(x, y, z)", (x, y, z) => GaussianNLLLoss(eps: 1e-6f).call(x, y, z), [4, 5], [4, 5], Probability(4, 5)),
        Case("GaussianNLLLoss in full", "nn.GaussianNLLLoss(full=True, reduction='sum')(x, y, z)", (x, y, z) => GaussianNLLLoss(true, 1e-6f, Reduction.Sum).call(x, y, z), [4, 5], [4, 5], Probability(4, 1)),
        Case("CTCLoss", "nn.CTCLoss()(F.log_softmax(x, 2), y, torch.tensor([9, 7]), torch.tensor([4, 3]))", (x, y) => CTCLoss().call(F.log_softmax(x, 2), y, tensor([9L, 7]), tensor([4L, 3])), [9, 2, 5], Input.Longs(1, 5, 2, 4)),
        Case("CosineEmbeddingLoss", "nn.CosineEmbeddingLoss(0.2)(x, y, z.float() * 2 - 1)", (x, y, z) => CosineEmbeddingLoss(0.2).call(x, y, Signs(z)), [6, 5], [6, 5], Input.Bools(6)),
        Case("HingeEmbeddingLoss", "nn.HingeEmbeddingLoss(0.8)(x, y.float() * 2 - 1)", (x, y) => HingeEmbeddingLoss(0.8).call(x, Signs(y)), [6, 5], Input.Bools(6, 5)),
        Case("MarginRankingLoss", "nn.MarginRankingLoss(0.3)(x, y, z.float() * 2 - 1)", (x, y, z) => MarginRankingLoss(0.3).call(x, y, Signs(z)), [6], [6], Input.Bools(6)),
        Case("MultiMarginLoss", "nn.MultiMarginLoss(p=2, margin=0.7)(x, y)", (x, y) => MultiMarginLoss(2, 0.7).call(x, y), [6, 4], Classes(4, 6)),
        Case("MultiLabelMarginLoss", "nn.MultiLabelMarginLoss()(x, y)", (x, y) => MultiLabelMarginLoss().call(x, y), [6, 4], Input.Longs(-1, 4, 6, 4)),
        Case("MultiLabelSoftMarginLoss", "nn.MultiLabelSoftMarginLoss()(x, y.float())", (x, y) => MultiLabelSoftMarginLoss().call(x, y.to(float32)), [6, 4], Input.Bools(6, 4)),
        Case("SoftMarginLoss", "nn.SoftMarginLoss()(x, y.float() * 2 - 1)", (x, y) => SoftMarginLoss().call(x, Signs(y)), [6, 4], Input.Bools(6, 4)),
        Case("TripletMarginLoss", "nn.TripletMarginLoss(0.7, swap=True)(x, y, z)", (x, y, z) => TripletMarginLoss(0.7, swap: true).call(x, y, z), [6, 4], [6, 4], [6, 4]),
        Case("TripletMarginWithDistanceLoss", "nn.TripletMarginWithDistanceLoss(margin=0.7, swap=True)(x, y, z)", (x, y, z) => TripletMarginWithDistanceLoss(margin: 0.7, swap: true).call(x, y, z), [6, 4], [6, 4], [6, 4]),
        Case("TripletMarginWithDistanceLoss of one's own", "nn.TripletMarginWithDistanceLoss(distance_function=lambda a, b: 1 - F.cosine_similarity(a, b))(x, y, z)", (x, y, z) => TripletMarginWithDistanceLoss((a, b) => 1 - F.cosine_similarity(a, b)).call(x, y, z), [6, 4], [6, 4], [6, 4]),
    ];
}
