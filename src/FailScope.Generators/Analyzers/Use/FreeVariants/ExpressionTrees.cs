using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>
/// Code that a query provider translates instead of running it: lambdas that become expression trees, including those of query
/// expressions. It cannot contain a method that the provider does not know.
/// </summary>
internal static class ExpressionTrees
{
    internal static bool Contain(IOperation operation)
    {
        for (IOperation? ancestor = operation.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ancestor is IAnonymousFunctionOperation { Parent.Type: { } type } && IsExpression(type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExpression(ITypeSymbol type) =>
        type is { Name: "Expression", ContainingNamespace: { } space } && space.ToDisplayString() == "System.Linq.Expressions";
}
