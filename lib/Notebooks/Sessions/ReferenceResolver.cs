using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnCourse.Notebooks;

/// <summary><c>#r "file.dll"</c> and <c>#r "nuget: Name, Version"</c>, wherever they stand: in a cell or in a loaded file.</summary>
internal sealed class ReferenceResolver(string baseDirectory, SubmissionLoader loader) : MetadataReferenceResolver
{
    private readonly Dictionary<string, ImmutableArray<PortableExecutableReference>> resolved = [];
    private readonly Dictionary<string, byte[]> hashes = new(StringComparer.OrdinalIgnoreCase);
    private readonly NuGetPackages packages = new();

    /// <summary>Why the last reference could not be had; the compiler itself would only say that it is missing.</summary>
    public ReferenceFailure? Failure { get; set; }

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (resolved.TryGetValue(reference, out var known))
            return known;
        try
        {
            var found = reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)
                ? FromPackage(reference["nuget:".Length..])
                : [FromFile(reference, baseFilePath)];
            return resolved[reference] = found;
        }
        catch (Exception failure) when (failure is IOException or BadImageFormatException or UnauthorizedAccessException or ArgumentException)
        {
            Failure = new ReferenceFailure(reference, failure.Message);
            return [];
        }
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private ImmutableArray<PortableExecutableReference> FromPackage(string request)
    {
        var assets = packages.Add(request);
        foreach (var path in assets.Runtime)
            loader.AddFile(Path.GetFileNameWithoutExtension(path), path);
        foreach (var path in assets.Native)
            loader.AddNative(path);
        return [.. assets.Compile.Select(path => MetadataReference.CreateFromFile(path, documentation: XmlDocs.For(path)))];
    }

    private PortableExecutableReference FromFile(string reference, string? baseFilePath)
    {
        var start = baseFilePath is not null && Path.IsPathRooted(baseFilePath) ? Path.GetDirectoryName(baseFilePath)! : baseDirectory;
        var path = Path.GetFullPath(reference, start);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path}. A relative path starts at {start}.");
        var image = File.ReadAllBytes(path);
        using var portable = new PEReader(ImmutableArray.Create(image));
        if (!portable.HasMetadata)
            throw new BadImageFormatException($"{path} is not a .NET assembly.");
        var metadata = portable.GetMetadataReader();
        var name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        var hash = SHA256.HashData(image);
        if (hashes.TryGetValue(name, out var before) && !before.AsSpan().SequenceEqual(hash))
            throw new IOException($"Another build of {name} is in use already. Restart the kernel to use the new one.");
        hashes[name] = hash;
        loader.AddImage(name, image);
        return MetadataReference.CreateFromImage(image, documentation: XmlDocs.For(path), filePath: path);
    }
}

internal sealed record ReferenceFailure(string Reference, string Message)
{
    public CellError ToError(SyntaxTree tree)
    {
        var directive = tree.GetCompilationUnitRoot().GetReferenceDirectives()
            .FirstOrDefault(one => one.File.ValueText == Reference);
        var what = $"error: {Message}";
        if (directive is null)
            return new CellError("ReferenceError", Message, tree.FilePath, 0, 0, "", [$"#r \"{Reference}\": {what}"]);
        var span = directive.File.GetLocation().GetLineSpan();
        var (line, source) = (span.StartLinePosition.Line, directive.ToString());
        return new CellError("ReferenceError", Message, tree.FilePath, line + 1, span.StartLinePosition.Character + 1, source,
            [Diagnostics.Show(what, tree.FilePath, source, span)]);
    }
}
