using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCourse.Site;

/// <summary>A cell may end in a call without value; only the compiler knows which do.</summary>
internal static class VoidDisplays
{
    /// <summary>Takes <c>display(...)</c> away from around expressions that have no value.</summary>
    public static string Remove(string program, IReadOnlyList<Assembly> references)
    {
        var tree = CSharpSyntaxTree.ParseText(program, new CSharpParseOptions(LanguageVersion.Latest));
        var files = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Concat(references.Select(one => one.Location)).Where(File.Exists).DistinctBy(Path.GetFileName);
        var model = CSharpCompilation.Create("program", [tree], files.Select(file => MetadataReference.CreateFromFile(file))).GetSemanticModel(tree);
        var root = tree.GetRoot();
        var empty = root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call is { Expression: IdentifierNameSyntax { Identifier.Text: "display" }, ArgumentList.Arguments: [var only] }
                && model.GetTypeInfo(only.Expression).Type?.SpecialType == SpecialType.System_Void)
            .ToArray();
        return root.ReplaceNodes(empty, (call, _) => call.ArgumentList.Arguments[0].Expression.WithTriviaFrom(call)).ToFullString();
    }
}
