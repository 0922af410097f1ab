using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>A place that asks whether a model id is a free variant, and asks it wrongly.</summary>
/// <param name="Flaw">What is wrong with it.</param>
/// <param name="Location">What to underline.</param>
/// <param name="Snippet">The same as text, for the message.</param>
/// <param name="Call">The call that is the test; null where the test has no single call that a right one could replace.</param>
/// <param name="Id">The model id that the call reads; null where it has no single one, or where a query provider translates the call.</param>
/// <param name="Answer">How the call answers.</param>
internal sealed record FreeVariantTest(
    FreeVariantFlaw Flaw,
    Location Location,
    string Snippet,
    ExpressionSyntax? Call = null,
    ExpressionSyntax? Id = null,
    FreeVariantAnswer Answer = FreeVariantAnswer.Boolean);
