using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCourse.Site;

/// <summary>
/// Cells may declare a name again, a program may not. From its second declaration on a name gets a number,
/// and so does one that a loop of another cell uses for itself.
/// </summary>
internal sealed class AppNames
{
    private readonly HashSet<string> taken = [];
    private readonly HashSet<string> inLoops;
    private readonly Dictionary<string, string> current = [];

    public AppNames(IEnumerable<CompilationUnitSyntax> cells)
    {
        CompilationUnitSyntax[] all = [.. cells];
        inLoops = [.. all.SelectMany(cell => cell.DescendantTokens()).Where(token => IsDeclared(token) && !IsTopLevel(token) && !IsInFunction(token)).Select(token => token.Text)];
    }

    public CompilationUnitSyntax Rename(CompilationUnitSyntax cell)
    {
        foreach (var name in cell.DescendantTokens().Where(token => IsDeclared(token) && IsTopLevel(token)).Select(token => token.Text).Distinct().ToArray())
        {
            var free = name;
            for (var n = 2; inLoops.Contains(free) || !taken.Add(free); n++)
                free = string.Create(CultureInfo.InvariantCulture, $"{name}{n}");
            if (free == name)
                current.Remove(name);
            else
                current[name] = free;
        }
        return cell.ReplaceTokens(cell.DescendantTokens().Where(IsMeant), (token, _) => SyntaxFactory.Identifier(token.LeadingTrivia, current[token.Text], token.TrailingTrivia));
    }

    private bool IsMeant(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) && current.ContainsKey(token.Text)
        && (IsDeclared(token) ? IsTopLevel(token) : token.Parent is SimpleNameSyntax name && !IsMember(name) && !IsHidden(token) || token.Parent is ConstructorDeclarationSyntax);

    /// <summary>Names after a dot, before a colon, or on the left in an initialiser belong to something else.</summary>
    private static bool IsMember(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        QualifiedNameSyntax qualified => qualified.Right == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => true,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment =>
            assignment.Left == name && !initializer.IsKind(SyntaxKind.ArrayInitializerExpression) && !initializer.IsKind(SyntaxKind.CollectionInitializerExpression),
        _ => false,
    };

    /// <summary>A parameter or local of the same name is nearer.</summary>
    private static bool IsHidden(SyntaxToken token) => token.Parent!.Ancestors()
        .TakeWhile(node => node is not CompilationUnitSyntax)
        .Where(node => node is not (FieldDeclarationSyntax or GlobalStatementSyntax or VariableDeclarationSyntax))
        .Any(node => node.DescendantTokens().Any(other => other.Text == token.Text && IsDeclared(other) && !IsTopLevel(other)));

    private static bool IsDeclared(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent switch
    {
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ParameterSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax
            or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or CatchDeclarationSyntax or FromClauseSyntax or LetClauseSyntax or PropertyDeclarationSyntax => true,
        ForEachStatementSyntax loop => loop.Identifier == token,
        _ => false,
    };

    private static bool IsTopLevel(SyntaxToken token) => token.Parent switch
    {
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Parent: CompilationUnitSyntax } } => true,
        MethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => token.Parent.Parent is CompilationUnitSyntax,
        SingleVariableDesignationSyntax designation => designation.Ancestors().TakeWhile(node => node is not CompilationUnitSyntax)
            .All(node => node is not (BlockSyntax or AnonymousFunctionExpressionSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or WhileStatementSyntax
                or SwitchExpressionArmSyntax or SwitchSectionSyntax or MethodDeclarationSyntax or BaseTypeDeclarationSyntax)),
        _ => false,
    };

    /// <summary>Functions may hide outer names; loops and blocks may not.</summary>
    private static bool IsInFunction(SyntaxToken token) => token.Parent!.AncestorsAndSelf()
        .Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or QueryExpressionSyntax);
}
