namespace CnnCourse.Site;

/// <summary>Serves a site on loopback and tells its pages when they were built anew.</summary>
public sealed class SiteServer
{
    internal const string ChangesPath = "/-/changes";
}
