using System.Reflection;
using System.Runtime.Loader;

namespace CnnCourse.Notebooks;

/// <summary>Loads compiled cells and what they reference, in a context that dies with the session.</summary>
internal sealed class SubmissionLoader : IDisposable
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly SessionContext session = new();
    private readonly List<FieldInfo> tokens = [];
    private object token = CancellationToken.None;

    /// <summary>Has the code of all cells look at this token from now on: a cell may call what an earlier one declared.</summary>
    public void Arm(CancellationToken cancellation)
    {
        token = cancellation;
        foreach (var asked in tokens)
            asked.SetValue(null, token);
    }

    /// <summary>A cell that nothing later refers to gets a context of its own, so that it can be collected.</summary>
    public Func<object?[], Task<object?>> Load(MemoryStream pe, MemoryStream pdb, string type, string method, bool isKept)
    {
        pe.Position = pdb.Position = 0;
        var context = isKept ? session : (AssemblyLoadContext)new PassingContext(session);
        var assembly = context.LoadFromStream(pe, pdb);
        var details = assembly.GetTypes().FirstOrDefault(one => one.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal));
        if (details?.GetField("ModuleCancellationToken", Statics) is { } asked)
        {
            asked.SetValue(null, token);
            if (isKept)
                tokens.Add(asked);
        }
        var entry = assembly.GetType(type, throwOnError: true)!.GetMethod(method, Statics)!;
        return entry.CreateDelegate<Func<object?[], Task<object?>>>();
    }

    /// <summary>Makes an assembly available to cells from its bytes, so that its file stays free to be rebuilt.</summary>
    public void AddImage(string name, byte[] image) => session.Images[name] = image;

    public void AddFile(string name, string path) => session.Files[name] = path;

    public void AddNative(string path) => session.Natives[Path.GetFileNameWithoutExtension(path)] = path;

    public void Dispose() => session.Unload();

    private sealed class PassingContext(SessionContext session) : AssemblyLoadContext("cell", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => session.Find(assemblyName);
    }

    private sealed class SessionContext() : AssemblyLoadContext("session", isCollectible: true)
    {
        public Dictionary<string, byte[]> Images { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, string> Files { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, string> Natives { get; } = new(StringComparer.Ordinal);

        public Assembly? Find(AssemblyName name) =>
            Assemblies.FirstOrDefault(loaded => loaded.GetName().Name == name.Name) ?? Load(name);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var name = assemblyName.Name ?? "";
            if (Images.TryGetValue(name, out var image))
                return LoadFromStream(new MemoryStream(image));
            return Files.TryGetValue(name, out var path) ? LoadFromAssemblyPath(path) : null;
        }

        protected override nint LoadUnmanagedDll(string unmanagedDllName)
        {
            var name = Path.GetFileNameWithoutExtension(unmanagedDllName);
            return Natives.TryGetValue(name, out var path) || Natives.TryGetValue("lib" + name, out path)
                ? LoadUnmanagedDllFromPath(path)
                : 0;
        }
    }
}
