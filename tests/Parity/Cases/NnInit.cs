using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Parity.Cases;

/// <summary>Initialisation: the same bits under the same seed.</summary>
public sealed class NnInit : Parity<NnInit>, ICases
{
    private static Tensor[] State(Module module) => [.. module.state_dict().Values];

    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Same("list(nn.Linear(7, 5).state_dict().values())", () => State(Linear(7, 5))),
        Same("list(nn.Bilinear(4, 3, 2).state_dict().values())", () => State(Bilinear(4, 3, 2))),
        Same("list(nn.Conv1d(4, 6, 3, groups=2).state_dict().values())", () => State(Conv1d(4, 6, 3, groups: 2))),
        Same("list(nn.Conv2d(3, 8, (5, 3)).state_dict().values())", () => State(Conv2d(3, 8, (5, 3)))),
        Same("list(nn.Conv3d(2, 3, 3).state_dict().values())", () => State(Conv3d(2, 3, 3))),
        Same("list(nn.ConvTranspose1d(4, 6, 3, groups=2).state_dict().values())", () => State(ConvTranspose1d(4, 6, 3, groups: 2))),
        Same("list(nn.ConvTranspose2d(3, 8, 4).state_dict().values())", () => State(ConvTranspose2d(3, 8, 4))),
        Same("list(nn.ConvTranspose3d(2, 3, 3).state_dict().values())", () => State(ConvTranspose3d(2, 3, 3))),
        Same("list(nn.BatchNorm2d(5).state_dict().values())", () => State(BatchNorm2d(5))),
        Same("list(nn.GroupNorm(2, 6).state_dict().values())", () => State(GroupNorm(2, 6))),
        Same("list(nn.LayerNorm((3, 4)).state_dict().values())", () => State(LayerNorm([3, 4]))),
        Same("list(nn.InstanceNorm2d(3, affine=True, track_running_stats=True).state_dict().values())", () => State(InstanceNorm2d(3, affine: true, track_running_stats: true))),
        Same("list(nn.PReLU(3).state_dict().values())", () => State(PReLU(3))),
        Same("list(nn.Embedding(9, 4, padding_idx=-2).state_dict().values())", () => State(Embedding(9, 4, padding_idx: -2))),
        Same("list(nn.EmbeddingBag(9, 4).state_dict().values())", () => State(EmbeddingBag(9, 4))),
        Same("list(nn.RNN(4, 3, 2, bidirectional=True).state_dict().values())", () => State(RNN(4, 3, 2, bidirectional: true))),
        Same("list(nn.GRU(4, 3, bias=False).state_dict().values())", () => State(GRU(4, 3, bias: false))),
        Same("list(nn.LSTM(4, 3, 3).state_dict().values())", () => State(LSTM(4, 3, 3))),
        Same("list(nn.RNNCell(4, 3).state_dict().values())", () => State(RNNCell(4, 3))),
        Same("list(nn.GRUCell(4, 3).state_dict().values())", () => State(GRUCell(4, 3))),
        Same("list(nn.LSTMCell(4, 3).state_dict().values())", () => State(LSTMCell(4, 3))),
        Same("list(nn.MultiheadAttention(8, 2).state_dict().values())", () => State(MultiheadAttention(8, 2))),
        Same("list(nn.MultiheadAttention(8, 2, add_bias_kv=True, kdim=3).state_dict().values())", () => State(MultiheadAttention(8, 2, add_bias_kv: true, kdim: 3))),
        Same("list(nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16), 2).state_dict().values())", () => State(TransformerEncoder(TransformerEncoderLayer(8, 2, 16), 2))),
        Same("list(nn.Transformer(8, 2, 2, 2, 16).state_dict().values())", () => State(Transformer(8, 2, 2, 2, 16))),
        Same("nn.init.uniform_(torch.empty(5, 4), -1, 2)", () => init.uniform_(empty(5, 4), -1, 2)),
        Same("nn.init.normal_(torch.empty(5, 4), 1, 0.3)", () => init.normal_(empty(5, 4), 1, 0.3)),
        Same("nn.init.trunc_normal_(torch.empty(5, 4), 0.2, 0.7, -1, 1)", () => init.trunc_normal_(empty(5, 4), 0.2, 0.7, -1, 1)),
        Same("nn.init.kaiming_uniform_(torch.empty(6, 4, 3, 3), nonlinearity='relu')", () => init.kaiming_uniform_(empty(6, 4, 3, 3), nonlinearity: init.NonlinearityType.ReLU)),
        Same("nn.init.kaiming_normal_(torch.empty(6, 4, 3, 3), mode='fan_out', nonlinearity='relu')", () => init.kaiming_normal_(empty(6, 4, 3, 3), mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU)),
        Same("nn.init.xavier_uniform_(torch.empty(6, 4, 3), gain=nn.init.calculate_gain('tanh'))", () => init.xavier_uniform_(empty(6, 4, 3), init.calculate_gain(init.NonlinearityType.Tanh))),
        Same("nn.init.xavier_normal_(torch.empty(6, 4))", () => init.xavier_normal_(empty(6, 4))),
        Same("nn.init.sparse_(torch.empty(6, 4), 0.4)", () => init.sparse_(empty(6, 4), 0.4)),
        Same("nn.init.dirac_(torch.empty(4, 3, 3, 5))", () => init.dirac_(empty(4, 3, 3, 5))),
        Same("nn.init.eye_(torch.empty(4, 3))", () => init.eye_(empty(4, 3))),
        Same("nn.init.constant_(torch.empty(4, 3), 0.3)", () => init.constant_(empty(4, 3), 0.3)),
        Case("orthogonal_", "nn.init.orthogonal_(torch.empty(4, 3, 2), 1.4)", () => init.orthogonal_(empty(4, 3, 2), 1.4)),
        Case("orthogonal_ of a tall matrix", "nn.init.orthogonal_(torch.empty(6, 3))", () => init.orthogonal_(empty(6, 3))),
    ];
}
