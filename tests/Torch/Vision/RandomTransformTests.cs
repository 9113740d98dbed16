using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace CnnCourse.Torch.Tests.Vision;

public class RandomTransformTests
{
    private static Tensor Picture() => (arange(3 * 24 * 32) * 7919).remainder(256).to(uint8).reshape([3, 24, 32]);

    [Fact]
    public void The_policies_of_AutoAugment_are_Pythons()
    {
        var python = Reference.Run("""
            from torchvision.transforms import AutoAugment, AutoAugmentPolicy as P
            word = lambda o: f'{o[0]} {o[1]:g} {"" if o[2] is None else o[2]}'.strip()
            print(json.dumps([[' '.join(map(word, pair)) for pair in AutoAugment(p).policies] for p in (P.IMAGENET, P.CIFAR10, P.SVHN)]))
            """);
        autoaugment.AutoAugmentPolicy[] policies = [autoaugment.AutoAugmentPolicy.ImageNet, autoaugment.AutoAugmentPolicy.CIFAR10, autoaugment.AutoAugmentPolicy.SVHN];
        Assert.Equal(python.EnumerateArray().Select(list => list.EnumerateArray().Select(text => text.GetString()!).ToArray()), policies.Select(autoaugment.Describe));
    }

    public static TheoryData<string> Names() => [.. transformsByName.Keys];

    private static readonly Dictionary<string, Func<ITransform>> transformsByName = new()
    {
        ["AutoAugment"] = () => transforms.AutoAugment(autoaugment.AutoAugmentPolicy.CIFAR10),
        ["RandAugment"] = () => transforms.RandAugment(),
        ["TrivialAugmentWide"] = () => transforms.TrivialAugmentWide(),
        ["AugMix"] = () => transforms.AugMix(),
        ["ColorJitter"] = () => transforms.ColorJitter(0.4f, 0.4f, 0.4f, 0.1f),
        ["RandomRotation"] = () => transforms.RandomRotation(30),
        ["RandomPerspective"] = () => transforms.RandomPerspective(0.5, 1),
        ["RandomHorizontalFlip"] = () => transforms.RandomHorizontalFlip(),
        ["RandomOrder"] = () => transforms.RandomOrder(transforms.HorizontalFlip(), transforms.Crop(0, 0, 24, 32), transforms.Rotate(20)),
        ["RandomChoice"] = () => transforms.RandomChoice(transforms.HorizontalFlip(), transforms.VerticalFlip(), transforms.Invert()),
        ["GaussianBlur"] = () => transforms.GaussianBlur(3, 0.1f, 2.0f),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seed_decides_what_a_random_transform_does(string name)
    {
        using var scope = NewDisposeScope();
        var (transform, picture) = (transformsByName[name](), Picture());
        Assert.Equal(Run(3), Run(3));
        Assert.True(Enumerable.Range(0, 12).Select(seed => Convert.ToHexString(Run(seed))).Distinct().Count() > 1);
        Assert.Equal(Picture().bytes.ToArray(), picture.bytes.ToArray());

        byte[] Run(int seed)
        {
            manual_seed(seed);
            var result = transform.call(picture);
            Assert.Equal((uint8, "3 24 32"), (result.dtype, string.Join(' ', result.shape)));
            return result.contiguous().bytes.ToArray();
        }
    }

    [Fact]
    public void A_random_crop_has_the_size_asked_for_and_a_flip_half_the_chances()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var crop = transforms.RandomResizedCrop(10);
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal([3L, 10, 10], crop.call(Picture()).shape));
        var picture = Picture();
        var flip = transforms.RandomHorizontalFlip();
        Assert.InRange(Enumerable.Range(0, 400).Count(_ => !ReferenceEquals(flip.call(picture), picture)), 160, 240);   // four standard deviations
    }

    [Fact]
    public void A_chain_leaves_nothing_but_its_result()
    {
        using var scope = NewDisposeScope();
        var picture = Picture();
        var before = scope.DisposablesCount;
        transforms.Compose(transforms.ConvertImageDtype(float32), transforms.Resize(8, 9), transforms.AdjustHue(0.2),
            transforms.Normalize([0.5, 0.5, 0.5], [0.2, 0.2, 0.2])).call(picture);
        Assert.Equal(before + 1, scope.DisposablesCount);
    }
}
