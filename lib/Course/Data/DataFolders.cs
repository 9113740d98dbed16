namespace CnnCourse.Data;

/// <summary>Where data sets are looked for.</summary>
public static class DataFolders
{
    /// <summary>The folder that downloads go to: $COURSE_DATA, or <c>cnncourse/data</c> in the user's cache.</summary>
    public static string Cache => Own("COURSE_DATA") ?? Path.Combine(Root, "data");

    /// <summary>The folder that fetched weights go to: <c>cnncourse/weights</c> in the user's cache.</summary>
    public static string Weights => Path.Combine(Root, "weights");

    /// <summary>False where $COURSE_OFFLINE is set: nothing is downloaded.</summary>
    public static bool MayDownload => Own("COURSE_OFFLINE") is null or "0";

    /// <summary>False where $COURSE_SYSTEM_DATA is 0: data sets of the system's packages are passed over.</summary>
    public static bool MayUseSystem => Own("COURSE_SYSTEM_DATA") is not "0";

    private static string Root => Own("COURSE_CACHE") ?? Path.Combine(
        Own("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "cnncourse");

    private static string? Own(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
