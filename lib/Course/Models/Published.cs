namespace CnnCourse.Models;

/// <summary>What a paper reports for one network alone on the validation images of ImageNet's contest of 2012.</summary>
/// <param name="Network">The network's name in the <see cref="ModelZoo"/>.</param>
/// <param name="Year">When the paper was first public.</param>
/// <param name="Top5">Images whose class is not among the first five answers, in percent.</param>
/// <param name="Protocol">What is averaged, and what else sets the number apart; 144 crops in place of one took GoogLeNet from 10.07 to 7.89 (its Table 3).</param>
/// <param name="Source">Paper and table.</param>
public sealed record PublishedError(string Network, int Year, double Top5, string Protocol, string Source);

/// <summary>The best entry of a year's ImageNet classification contest.</summary>
/// <param name="Year">Year of the contest.</param>
/// <param name="Entry">Name of the team or network.</param>
/// <param name="Top5">Error on the hidden test images, in percent.</param>
/// <param name="Depth">Learned layers; 0 for a method that is no network. Clarifai's was not published; its author's networks of that year have 8.</param>
/// <param name="Source">Where the number is to be found.</param>
public sealed record Winner(int Year, string Entry, double Top5, int Depth, string Source);

/// <summary>Published results, to be set beside what the course counts and measures itself.</summary>
public static class Published
{
    /// <summary>Top-5 error of a trained human annotator on 1,500 test images, in percent; a second one, with less practice, had 12.0 (Russakovsky et al. 2015, §6.4).</summary>
    public const double Human = 5.1;

    /// <summary>One network alone, by year.</summary>
    public static readonly PublishedError[] Errors =
    [
        new("alexnet_paper",    2012, 18.2,  "ten crops",            "Krizhevsky et al. 2012, Table 2"),
        new("zfnet",            2013, 16.5,  "ten crops",            "Zeiler and Fergus 2014, Table 2"),
        new("vgg11",            2014, 10.4,  "dense, one scale",     "Simonyan and Zisserman 2015, Table 3"),
        new("vgg13",            2014,  9.9,  "dense, one scale",     "Simonyan and Zisserman 2015, Table 3"),
        new("vgg16c_paper",     2014,  8.8,  "dense, one scale; trained on many", "Simonyan and Zisserman 2015, Table 3"),
        new("vgg16",            2014,  8.1,  "dense, one scale; trained on many", "Simonyan and Zisserman 2015, Table 3"),
        new("vgg19",            2014,  8.0,  "dense, one scale; trained on many", "Simonyan and Zisserman 2015, Table 3"),
        new("googlenet_paper",  2014, 10.07, "one crop",             "Szegedy et al. 2015, Table 3"),
        new("bn_inception",     2015,  7.82, "one crop",             "Ioffe and Szegedy 2015, Fig. 4"),
        new("inception_v3",     2015,  5.6,  "one crop; 48,238 images", "Szegedy et al. 2016, Table 3 and §10"),
        new("plain34",          2015, 10.02, "ten crops",            "He et al. 2016, Table 3"),
        new("resnet34",         2015,  7.46, "ten crops",            "He et al. 2016, Table 3"),
        new("resnet50_paper",   2015,  6.71, "ten crops",            "He et al. 2016, Table 3"),
        new("resnet101_paper",  2015,  6.05, "ten crops",            "He et al. 2016, Table 3"),
        new("resnet152_paper",  2015,  5.71, "ten crops",            "He et al. 2016, Table 3"),
        new("preact_resnet200", 2016,  4.8,  "one crop of 320 × 320; trained on many aspect ratios", "He et al. 2016b, Table 5"),
    ];

    /// <summary>The contests from the first to the one that a residual network won.</summary>
    public static readonly Winner[] Winners =
    [
        new(2010, "NEC-UIUC",   28.2,    0, "image-net.org, results of ILSVRC 2010"),
        new(2011, "XRCE",       25.8,    0, "image-net.org, results of ILSVRC 2011"),
        new(2012, "SuperVision (AlexNet, more data)", 15.315, 8, "image-net.org, results of ILSVRC 2012"),
        new(2013, "Clarifai (more data)", 11.2,  8, "image-net.org, results of ILSVRC 2013"),
        new(2014, "GoogLeNet",   6.67,  22, "Szegedy et al. 2015, Table 2"),
        new(2015, "ResNet",      3.57, 152, "He et al. 2016, Table 5"),
    ];
}
