using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CnnCourse.Notebooks;

/// <summary>Turns the text of one cell after another into code, each seeing what the earlier ones declared.</summary>
internal sealed class Compiler : IDisposable
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);
    private static readonly EmitOptions Emitting = new(
        debugInformationFormat: DebugInformationFormat.PortablePdb,
        instrumentationKinds: [InstrumentationKind.ModuleCancellation, InstrumentationKind.StackOverflowProbing]);
    private readonly ReferenceResolver resolver;
    private readonly SubmissionLoader loader;
    private readonly CSharpCompilationOptions compiling;
    private readonly HashSet<string> warned = [];
    private readonly ImmutableArray<MetadataReference> references;
    private volatile Chain chain = new(null, 0);

    public Compiler(SessionOptions options)
    {
        loader = new SubmissionLoader();
        resolver = new ReferenceResolver(options.BaseDirectory, loader);
        references = [.. FrameworkReferences.For(options.References)];
        compiling = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: SessionOptions.DefaultImports.Concat(options.Imports).Select(WithoutStatic),
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            concurrentBuild: false,   // a cell is too small to share out
            nullableContextOptions: NullableContextOptions.Annotations,
            metadataReferenceResolver: resolver,
            sourceReferenceResolver: new CellSources(options.BaseDirectory),
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
    }

    /// <summary>Compiles, or throws <see cref="CompilationException"/> with every error the cell has.</summary>
    public Submission Compile(string code, string cell, CancellationToken cancellation)
    {
        loader.Arm(cancellation);
        var written = Extend(code, cell);
        var compilation = Rewrite(written);
        resolver.Failure = null;
        var pe = new MemoryStream();
        var pdb = new MemoryStream();
        var emitted = compilation.Emit(pe, pdb, options: Emitting, cancellationToken: cancellation);
        if (resolver.Failure is { } failure)
            throw new CompilationException(failure.ToError(written.SyntaxTrees[^1]));
        var diagnostics = emitted.Diagnostics;
        if (compilation != written && diagnostics.Length > 0)
            diagnostics = written.GetDiagnostics(cancellation);   // the columns of what was written
        if (diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error))
            throw new CompilationException(Diagnostics.ToError(diagnostics, cell));
        var warnings = diagnostics
            .Where(found => found.Severity == DiagnosticSeverity.Warning && warned.Add(found.Id + found.GetMessage(null)))
            .Select(Diagnostics.Describe)
            .ToArray();

        var isKept = Declares(compilation);
        Func<object?[], Task<object?>> factory = _ => Task.FromResult<object?>(null);   // nothing but comments or usings: no code
        if (emitted.Success && compilation.GetEntryPoint(cancellation) is { } entry)
            factory = loader.Load(pe, pdb, entry.ContainingType.MetadataName, entry.MetadataName, isKept);
        chain = new Chain(isKept ? compilation : chain.Last, chain.Count + 1);
        return new Submission(factory, HasValue(compilation, cancellation), isKept, warnings);
    }

    /// <summary>The cell as the next link of the chain, for questions about unfinished code; nothing is kept. From any thread.</summary>
    public CSharpCompilation Extend(string code, string cell)
    {
        var end = chain;
        return CSharpCompilation.CreateScriptCompilation(
            $"cell-{end.Count}", Parse(code, cell),
            end.Last is null ? references : [],   // a link inherits the references of the one before, those of its #r lines too
            compiling.WithScriptClassName($"Cell{end.Count}"), end.Last);
    }

    public static SyntaxTree Parse(string code, string cell) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), Parsing, cell);

    private static CSharpCompilation Rewrite(CSharpCompilation written)
    {
        var tree = written.SyntaxTrees[^1];
        var root = tree.GetCompilationUnitRoot();
        var rewritten = CellRewriter.Rewrite(root);
        return rewritten == root ? written : written.ReplaceSyntaxTree(tree,
            CSharpSyntaxTree.Create(rewritten, Parsing, tree.FilePath, Encoding.UTF8));
    }

    public void Dispose() => loader.Dispose();

    /// <summary>A cell that declares nothing need not stay in the chain, so that a thousand of them cost no lookups and no memory.</summary>
    private static bool Declares(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot() is { } root
            && (root.Usings.Any() || root.GetReferenceDirectives().Any() || root.GetLoadDirectives().Any()))
        || compilation.ScriptClass!.GetMembers().Any(member => !member.IsImplicitlyDeclared && member.Name != CellRewriter.Method);

    private static bool HasValue(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var tree = compilation.SyntaxTrees[^1];
        if (tree.GetCompilationUnitRoot(cancellation).Members.LastOrDefault() is not GlobalStatementSyntax
            {
                Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last,
            })
            return false;
        var type = compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression, cancellation).ConvertedType;
        return type is null or { SpecialType: not SpecialType.System_Void };
    }

    /// <summary>What the next cell builds on.</summary>
    private sealed record Chain(CSharpCompilation? Last, int Count);

    /// <summary>Cells keep their bare names in debug information; files that they load have full paths.</summary>
    private sealed class CellSources(string directory) : SourceFileResolver([], directory)
    {
        public override string? NormalizePath(string path, string? baseFilePath) =>
            baseFilePath is null && !Path.IsPathRooted(path) ? path : base.NormalizePath(path, baseFilePath);
    }

    private static string WithoutStatic(string import) =>
        import.StartsWith("static ", StringComparison.Ordinal) ? import["static ".Length..] : import;
}
