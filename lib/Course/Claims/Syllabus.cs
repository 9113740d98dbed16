namespace CnnCourse.Claims;

/// <summary>Which notebook a claim belongs to.</summary>
public static class Syllabus
{
    private const int LastOfPart2 = 12;

    private static readonly Dictionary<string, int> notebooks = new()
    {
        ["CNN basics"] = 1, ["Convolution arithmetic"] = 1, ["LeNet-5"] = 2, ["AlexNet"] = 4, ["ZFNet"] = 5, ["NIN and GAP"] = 6,
        ["VGG"] = 7, ["GoogLeNet"] = 8, ["Inception module"] = 8, ["Batch normalisation"] = 9, ["Inception V3"] = 10, ["ResNet"] = 11,
        ["History"] = 12, ["Classification record"] = 12, ["Overview table"] = 12, ["Cited works"] = 12,
        ["CNN visualisation"] = 13, ["OverFeat"] = 14, ["Localisation"] = 14, ["Hand-crafted and proposal methods"] = 14,
        ["R-CNN"] = 15, ["Fast R-CNN"] = 16, ["Faster R-CNN"] = 17, ["YOLO"] = 18, ["SSD"] = 18, ["Segmentation"] = 19,
        ["Adversarial examples"] = 20, ["GAN"] = 20, ["Captioning"] = 21, ["VQA"] = 22, ["Spatial transformer"] = 23, ["Tracking"] = 24,
        ["Face verification"] = 25, ["Reinforcement learning"] = 26, ["Embedded"] = 27,
    };

    // Ideas that are taught elsewhere than their topic.
    private static readonly (string Prefix, int Notebook)[] exceptions =
        [("cnn.init.", 3), ("data.", 3), ("lr.", 3), ("train.", 3), ("pca.", 3), ("sigmoid.", 3), ("gradient.", 3)];

    private static readonly Dictionary<string, string> cells = new()
    {
        ["cnn.shared.equivariance"] = "notebook 01, 'Move the image, and the maps move'",
        ["cnn.translation.invariance"] = "notebook 01, 'Does a trained network forgive?'",
        ["cnn.distortion.invariance"] = "notebook 01, 'Does a trained network forgive?'",
        ["lenet5.s2.regime"] = "notebook 02, 'Blur, OR, AND'",
        ["alexnet.relu.faster"] = "notebook 04, 'ReLU against tanh'",
        ["alexnet.relu.sparse"] = "notebook 04, 'ReLU against tanh'",
        ["alexnet.tanh.saturate"] = "notebook 04, 'ReLU against tanh'",
        ["alexnet.relu.dead"] = "notebook 04, 'Units that die'",
        ["alexnet.lrn.compete"] = "notebook 04, 'Neighbours that inhibit'",
        ["alexnet.dropout.half"] = "notebook 04, 'Dropout'",
        ["alexnet.dropout.slower"] = "notebook 04, 'Dropout'",
        ["alexnet.features.4096"] = "notebook 04, 'A search engine'",
        ["alexnet.features.hierarchy"] = "notebook 04, 'What the first layer learned'",
        ["alexnet.fc.space"] = "notebook 04, 'Fully connected layers forget the plane'",
        ["zfnet.deconv.rough"] = "notebook 05, 'Why transposed filters?'",
        ["zfnet.first.layer.edges"] = "notebook 05, 'Nine strongest'",
        ["zfnet.evolution.order"] = "notebook 05, 'Features grow'",
        ["zfnet.invariance.rotation"] = "notebook 05, 'What a network forgives'",
        ["zfnet.invariance.depth"] = "notebook 05, 'What a network forgives'",
        ["zfnet.occlusion"] = "notebook 05, 'What does the answer hang on?'",
        ["nin.fewer.filters"] = "notebook 06, 'Fewer filters?'",
        ["cnn.init.small"] = "notebook 03, 'Gradients that vanish, gradients that explode'",
        ["cnn.init.identical"] = "notebook 03, 'The first weights'",
        ["lr.large"] = "notebook 03, 'How long a step?'",
        ["lr.small"] = "notebook 03, 'How long a step?'",
        ["train.bt.localmin"] = "notebook 03, 'Does noise help out of a local minimum?'",
        ["pca.cifar.144"] = "notebook 03, '144 numbers for 3,072'",
        ["pca.whiten.noise"] = "notebook 03, 'Whitening, and what it amplifies'",
        ["sigmoid.front.slow"] = "notebook 03, 'In a network, layer by layer'",
        ["googlenet.cluster.dense"] = "notebook 08, 'Sparse in theory, dense in practice'",
        ["bn.center.speed"] = "notebook 09, 'Why inputs are normalised'",
        ["bn.n01"] = "notebook 09, 'What is normal about it?'",
        ["bn.sigmoid.linear"] = "notebook 09, 'Why γ and β'",
        ["bn.faster"] = "notebook 09, 'Steps to the same accuracy'",
        ["bn.vanish.explode"] = "notebook 09, 'A sigmoid becomes trainable'",
        ["v3.reduce.before3x3"] = "notebook 10, '3. Reduce before you look around'",
        ["resnet.plain.deeper.worse"] = "notebook 11, 'Deeper is worse'",
        ["resnet.not.overfit"] = "notebook 11, 'It is not overfitting'",
        ["resnet.dropout.like"] = "notebook 11, 'Tearing blocks out'",
    };

    /// <summary>The notebook's number, two digits.</summary>
    public static string NotebookOf(Claim claim) => $"{Number(claim):00}";

    /// <summary>True for claims of part 3 and after.</summary>
    public static bool IsLater(Claim claim) => Number(claim) > LastOfPart2;

    /// <summary>The notebook and section that show an experiment; null where none does yet.</summary>
    public static string? CellOf(Claim claim) => cells.GetValueOrDefault(claim.BaseId);

    /// <summary>True where the claim's topic has its place in the course.</summary>
    public static bool Knows(string topic) => notebooks.ContainsKey(topic);

    private static int Number(Claim claim)
    {
        foreach (var (prefix, notebook) in exceptions)
            if (claim.Id.StartsWith(prefix, StringComparison.Ordinal)) return notebook;
        return notebooks[claim.Topic];
    }
}
