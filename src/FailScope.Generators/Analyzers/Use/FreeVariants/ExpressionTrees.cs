using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>
/// Code that a query provider reads instead of running it: lambdas that become expression trees, and queries over
/// <see cref="IQueryable"/>. A method that the provider does not know cannot stand there.
/// </summary>
internal static class ExpressionTrees
{
    internal static bool Contain(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        for (SyntaxNode? ancestor = node.Parent; ancestor is not null and not MemberDeclarationSyntax; ancestor = ancestor.Parent)
        {
            ITypeSymbol? type = ancestor switch
            {
                LambdaExpressionSyntax lambda => model.GetTypeInfo(lambda, cancellationToken).ConvertedType,
                QueryExpressionSyntax query => model.GetTypeInfo(query.FromClause.Expression, cancellationToken).Type,
                _ => null,
            };

            if (type is not null && (IsLinq(type) || type.AllInterfaces.Any(IsLinq)))
            {
                return true;
            }
        }

        return false;

        static bool IsLinq(ITypeSymbol type) =>
            type is { Name: "Expression" or nameof(IQueryable), ContainingNamespace: { } space }
            && space.ToDisplayString() is "System.Linq" or "System.Linq.Expressions";
    }
}
