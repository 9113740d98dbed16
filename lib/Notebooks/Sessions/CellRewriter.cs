using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CnnCourse.Notebooks;

/// <summary>
/// Lets an interrupt end loops at the top level of a cell: the compiler's own cancellation instrumentation covers methods but not
/// a script's top level, so each loop there calls an empty method, which is covered. And keeps methods from being inlined, for
/// an inlined one is missing from the traceback. Lines stay where they are; columns do not.
/// </summary>
internal sealed class CellRewriter : CSharpSyntaxRewriter
{
    public const string Method = "__stopHere";
    private static readonly MemberDeclarationSyntax Declaration = ParseMemberDeclaration($"private static void {Method}() {{ }}")!;
    private static readonly StatementSyntax Call = ParseStatement($"{Method}();");
    private static readonly AttributeListSyntax NoInlining = AttributeList(SingletonSeparatedList(Attribute(
        ParseName("global::System.Runtime.CompilerServices.MethodImpl"),
        ParseAttributeArgumentList("(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)"))));
    private bool hasLoops;

    public static CompilationUnitSyntax Rewrite(CompilationUnitSyntax cell)
    {
        var rewriter = new CellRewriter();
        var rewritten = (CompilationUnitSyntax)rewriter.Visit(cell);
        return rewriter.hasLoops ? rewritten.WithMembers(rewritten.Members.Insert(0, Declaration)) : rewritten;
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        node.AttributeLists.Any() || node.Modifiers.Any(SyntaxKind.PartialKeyword) ? node
            : node.WithoutLeadingTrivia().AddAttributeLists(NoInlining).WithLeadingTrivia(node.GetLeadingTrivia());

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) => node;

    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node) => node;

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node) => node;

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        base.VisitLocalFunctionStatement(node) is LocalFunctionStatementSyntax { AttributeLists: [] } visited
            ? visited.WithoutLeadingTrivia().AddAttributeLists(NoInlining).WithLeadingTrivia(node.GetLeadingTrivia())
            : node;

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        Stoppable((WhileStatementSyntax)base.VisitWhileStatement(node)!, one => one.Statement, (one, body) => one.WithStatement(body));

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        Stoppable((DoStatementSyntax)base.VisitDoStatement(node)!, one => one.Statement, (one, body) => one.WithStatement(body));

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        Stoppable((ForStatementSyntax)base.VisitForStatement(node)!, one => one.Statement, (one, body) => one.WithStatement(body));

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        Stoppable((ForEachStatementSyntax)base.VisitForEachStatement(node)!, one => one.Statement, (one, body) => one.WithStatement(body));

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        Stoppable((ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!, one => one.Statement, (one, body) => one.WithStatement(body));

    public override SyntaxNode? VisitLabeledStatement(LabeledStatementSyntax node) =>
        Stoppable((LabeledStatementSyntax)base.VisitLabeledStatement(node)!, one => one.Statement, (one, body) => one.WithStatement(body));

    private TLoop Stoppable<TLoop>(TLoop loop, Func<TLoop, StatementSyntax> body, Func<TLoop, StatementSyntax, TLoop> with)
    {
        hasLoops = true;
        var inner = body(loop);
        return with(loop, inner is BlockSyntax block
            ? block.WithStatements(block.Statements.Insert(0, Call))
            : Block(Call, inner.WithoutTrailingTrivia()).WithTrailingTrivia(inner.GetTrailingTrivia()));
    }
}
