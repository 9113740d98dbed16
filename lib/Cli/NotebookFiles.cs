namespace CnnCourse.Cli;

/// <summary>The course's notebooks, found by number, name or path.</summary>
internal static class NotebookFiles
{
    /// <summary>All notebooks in reading order.</summary>
    public static IReadOnlyList<string> All() => Directory.Exists(Repository.Notebooks)
        ? [.. Directory.GetFiles(Repository.Notebooks, "*.ipynb").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The notebooks meant by the words; all of them where there are none.</summary>
    /// <exception cref="UserError">A word names no notebook.</exception>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<string> words) => words.Count == 0 ? All() : [.. words.Select(Resolve)];

    /// <summary>
    /// Where another form of a notebook goes, its folder made: to the file that <paramref name="named"/> says, or under the notebook's own
    /// name into the folder that it says (one that exists, or that ends in a slash), or into <c>out/</c><paramref name="kind"/> where it is null.
    /// </summary>
    /// <exception cref="UserError">That is the notebook itself.</exception>
    public static string Target(string? named, string kind, string notebook, string extension)
    {
        var target = Path.GetFullPath(named ?? Path.Combine(Repository.Root, "out", kind) + Path.DirectorySeparatorChar);
        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(target))
            target = Path.Combine(target, Path.ChangeExtension(Path.GetFileName(notebook), extension));
        if (target == Path.GetFullPath(notebook)) throw new UserError("the notebook would be overwritten by itself: name another file with --out");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return target;
    }

    private static string Resolve(string word)
    {
        if (word.EndsWith(".ipynb", StringComparison.Ordinal) && File.Exists(word)) return Path.GetFullPath(word);
        var all = All();
        var names = all.Select(file => Path.GetFileNameWithoutExtension(file)!).ToList();
        var wanted = Path.GetFileNameWithoutExtension(word);
        var found = names.FindIndex(name => name == wanted || name.Split('-')[0] == wanted);
        if (found >= 0) return all[found];
        var near = NearestNames.Of(wanted, names);
        throw new UserError($"there is no notebook '{word}'{(near.Count > 0 ? $"; did you mean {string.Join(" or ", near)}?" : "; './course notebook list' shows them")}");
    }
}
