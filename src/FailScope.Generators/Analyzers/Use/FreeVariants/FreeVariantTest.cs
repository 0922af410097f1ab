using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>Code that tests incorrectly whether a model id is a free variant.</summary>
/// <param name="Flaw">What is wrong with it.</param>
/// <param name="Location">What to underline.</param>
/// <param name="Snippet">The same as text, for the message.</param>
/// <param name="Call">The call that performs the test; null if there is no single call that can be replaced.</param>
/// <param name="Id">The model id that the call reads; null if there is no single one, or if a query provider translates the call.</param>
/// <param name="Answer">The result of the call.</param>
internal sealed record FreeVariantTest(
    FreeVariantFlaw Flaw,
    Location Location,
    string Snippet,
    ExpressionSyntax? Call = null,
    ExpressionSyntax? Id = null,
    FreeVariantAnswer Answer = FreeVariantAnswer.Boolean);
