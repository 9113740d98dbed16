using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCourse.Notebooks;

/// <summary>Names that can be written at a place in a cell.</summary>
internal static class CompletionFinder
{
    private static readonly string[] Keywords =
    [
        "abstract", "as", "async", "await", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float",
        "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "nameof", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "record", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "var", "virtual", "void", "when", "where", "while", "with", "yield",
    ];

    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat;

    public static Completions Find(Compiler compiler, string code, int position, CancellationToken cancellation)
    {
        var start = position;
        while (start > 0 && (char.IsLetterOrDigit(code[start - 1]) || code[start - 1] == '_'))
            start--;
        var prefix = code[start..position];
        if (Magics.CompletionsOn(code, position) is { } magics)
            return magics;

        var compilation = compiler.Extend(Magics.Blank(code), "completion");
        var tree = compilation.SyntaxTrees[0];
        var token = tree.GetRoot(cancellation).FindToken(start == 0 ? 0 : start - 1);
        if (IsText(token, start))
            return new Completions(position, position, []);
        var model = compilation.GetSemanticModel(tree);
        var symbols = token.IsKind(SyntaxKind.DotToken) && token.Span.End <= start
            ? Members(model, token, start, cancellation)
            : model.LookupSymbols(start).Concat(ScriptNames(model, start));
        var items = symbols
            .Where(symbol => symbol.CanBeReferencedByName && !symbol.Name.StartsWith('<') && Matches(symbol.Name, prefix))
            .GroupBy(symbol => symbol.Name)
            .Select(group => new Completion(group.Key, Kind(group.First()), Signature(group)));
        if (!token.IsKind(SyntaxKind.DotToken))
            items = items.Concat(Keywords.Where(word => Matches(word, prefix)).Select(word => new Completion(word, "keyword", word)));
        return new Completions(start, position,
            [.. items.DistinctBy(item => item.Text)
                .OrderByDescending(item => item.Text.StartsWith(prefix, StringComparison.Ordinal))
                .ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase).ThenBy(item => item.Text, StringComparer.Ordinal)]);
    }

    /// <summary>What stands left of the dot decides: a namespace, a type (static members) or a value (instance members and extensions).</summary>
    private static IEnumerable<ISymbol> Members(SemanticModel model, SyntaxToken dot, int position, CancellationToken cancellation)
    {
        SyntaxNode? left = dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (left is null)
            return [];
        var symbol = model.GetSymbolInfo(left, cancellation) is var info ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault() : null;
        if (symbol is null && left is NameSyntax or MemberAccessExpressionSyntax)
            symbol = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseName(left.ToString()), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol;
        if (symbol is INamespaceSymbol space)
            return model.LookupNamespacesAndTypes(position, space);
        if (symbol is INamedTypeSymbol type)
            return model.LookupSymbols(position, type).Where(member => member.IsStatic || member is ITypeSymbol);
        var value = model.GetTypeInfo(left, cancellation).Type;
        if (dot.Parent is MemberBindingExpressionSyntax && value is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            value = nullable.TypeArguments[0];
        return value is null or IErrorTypeSymbol ? []
            : model.LookupSymbols(position, value, includeReducedExtensionMethods: true).Where(member => !member.IsStatic && member is not ITypeSymbol);
    }

    /// <summary>Lookup at a place in unfinished text can miss what the script class itself declares.</summary>
    private static IEnumerable<ISymbol> ScriptNames(SemanticModel model, int position) =>
        model.Compilation.ScriptClass is { } script ? model.LookupSymbols(position, script).Where(one => SymbolEqualityComparer.Default.Equals(one.ContainingType, script)) : [];

    private static bool IsText(SyntaxToken token, int position) =>
        token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            && token.SpanStart < position && position < token.Span.End
        || token.SyntaxTree!.GetRoot().FindTrivia(position > 0 ? position - 1 : 0) is var trivia
            && trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;

    private static bool Matches(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static string Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        ITypeSymbol => "class",
        INamespaceSymbol => "module",
        IPropertySymbol or IFieldSymbol or IEventSymbol => "property",
        _ => "instance",
    };

    private static string Signature(IGrouping<string, ISymbol> overloads) =>
        overloads.First().ToDisplayString(Short) + (overloads.Count() is var count and > 1 ? $" (+{count - 1})" : "");
}
