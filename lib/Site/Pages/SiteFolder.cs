namespace CnnCourse.Site;

/// <summary>The folder that a site is written into. A marker file says that it is ours to overwrite.</summary>
internal sealed class SiteFolder
{
    private const string Marker = ".cnncourse-site";
    private readonly string root;
    private readonly HashSet<string> written = [];

    private SiteFolder(string root) => this.root = root;

    public static SiteFolder Prepare(string directory)
    {
        var root = Directory.CreateDirectory(directory).FullName;
        var marker = Path.Combine(root, Marker);
        if (!System.IO.File.Exists(marker) && Directory.EnumerateFileSystemEntries(root).Any())
            throw new IOException($"{root} is not empty and holds no site of the course: nothing was written. Name an empty or a new folder.");
        System.IO.File.WriteAllText(marker, "Written by 'course site'; everything here is replaced when it runs again.\n");
        return new SiteFolder(root);
    }

    public string File(string name) => Path.Combine(root, name);

    public string Folder(string name) => Directory.CreateDirectory(File(name)).FullName;

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text);
        written.Add(name);
    }

    public void Copy(string source, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.Copy(source, File(name), overwrite: true);
    }

    /// <summary>Removes pages that are no longer written, and says how many bytes there are.</summary>
    public long Finish()
    {
        foreach (var page in Directory.GetFiles(root, "*.html").Where(page => !written.Contains(Path.GetFileName(page))))
            System.IO.File.Delete(page);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
    }
}
