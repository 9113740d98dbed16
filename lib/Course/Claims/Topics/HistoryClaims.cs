namespace CnnCourse.Claims.Topics;

/// <summary>Differences of published years and error rates; the figures that enter are the citations'.</summary>
internal static class HistoryClaims
{
    private const int Neocognitron = 1980, FirstConvNet = 1989, LeNet5 = 1998, AlexNet = 2012;

    // Top-5 errors on ImageNet's test set, in percent.
    private const double AlexNetAlone = 16.422, AlexNetWithMoreData = 15.315, Second2012 = 26.172, Clarifai = 11.2, Vgg = 7.3, GoogLeNet = 6.67, ResNet = 3.57, Human = 5.1;

    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["history.20years"] = () => [AlexNet - LeNet5, AlexNet - FirstConvNet, AlexNet - Neocognitron],
        ["table7.googlenet"] = () => [GoogLeNetClaims.Depth, GoogLeNetClaims.Depth + GoogLeNetClaims.PoolsOnPath],
        ["rec.alexnet.83_6"] = () => Accuracy(AlexNetAlone),
        ["rec.second.74_2"] = () => Accuracy(Second2012),
        ["rec.margin.10"] = () => Second2012 - AlexNetWithMoreData,
        ["rec.2013.88_8"] = () => Accuracy(Clarifai),
        ["rec.vgg.92_7"] = () => Accuracy(Vgg),
        ["rec.googlenet.93_3"] = () => Accuracy(GoogLeNet),
        ["rec.resnet.96_43"] = () => Accuracy(ResNet),
        ["rec.human.94_9"] = () => Accuracy(Human),
    };

    private static double Accuracy(double error) => 100 - error;
}
