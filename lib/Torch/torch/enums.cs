namespace TorchSharp;

public enum layout
{
    strided,
    sparse_coo,
}

public enum indexing
{
    xy,
    ij,
}

/// <summary>How cdist finds Euclidean distances.</summary>
public enum compute_mode
{
    use_mm_for_euclid_dist_if_necessary = 0,
    use_mm_for_euclid_dist = 1,
    donot_use_mm_for_euclid_dist = 2,
}

public enum Reduce
{
    prod,
    mean,
    amax,
    amin,
}

public enum DebugMode
{
    @default = 0,
    warn = 1,
}

public enum Float32MatmulPrecision
{
    highest,
    high,
    medium,
}

public enum PrintOptionsProfile
{
    @default = 0,
    @short = 1,
    full = 2,
}

/// <summary>Rules for the number of bins of a histogram.</summary>
public enum HistogramBinSelector : byte
{
    Doane = 0,
    Rice,
    Scott,
    Sqrt,
    Stone,
    Sturges,
}

public enum FFTNormType
{
    Backward,
    Forward,
    Ortho,
}
