using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>Regular expressions that find <c>:free</c> without a condition on what follows it.</summary>
internal sealed class RegexCalls(FreeVariantTests tests)
{
    internal static bool IsRegex(INamedTypeSymbol? type) => type is { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" };

    /// <summary><c>Regex.IsMatch(id, ":free")</c>.</summary>
    internal void Visit(IInvocationOperation call, IArgumentOperation argument, string? pattern)
    {
        if (!IsOpenPattern(argument, pattern) || call.TargetMethod is { IsStatic: false } or { Name: "Split" or "Replace" })
        {
            return;
        }

        // A pattern that contains only the suffix is about the whole id.
        bool isWhole = call.TargetMethod.Name == "IsMatch" && (FreeWords.IsSuffix(pattern) || FreeWords.IsSuffix(pattern!.Replace(@"\b", "")));
        IArgumentOperation? input = isWhole ? call.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Name == "input") : null;
        tests.Add(FreeVariantFlaw.Substring, call, input?.Value.Syntax as ExpressionSyntax);
    }

    /// <summary><c>new Regex(":free")</c>.</summary>
    internal void Visit(IObjectCreationOperation creation, IArgumentOperation argument, string? pattern)
    {
        if (IsRegex(creation.Constructor?.ContainingType) && IsOpenPattern(argument, pattern))
        {
            tests.Add(FreeVariantFlaw.Substring, creation);
        }
    }

    /// <summary><c>[GeneratedRegex(":free")]</c>.</summary>
    internal void Visit(AttributeSyntax attribute, AttributeArgumentSyntax argument, SemanticModel model, CancellationToken cancellationToken)
    {
        if (attribute.Name.ToString().Contains("GeneratedRegex")
            && argument.NameEquals is null
            && (argument.NameColon?.Name.Identifier.ValueText ?? "pattern") == "pattern"
            && attribute.ArgumentList!.Arguments.IndexOf(argument) == 0
            && model.GetConstantValue(argument.Expression, cancellationToken).Value is string pattern
            && FreePattern.IsOpen(pattern))
        {
            tests.Add(FreeVariantFlaw.Substring, attribute);
        }
    }

    private static bool IsOpenPattern(IArgumentOperation argument, string? pattern) =>
        argument.Parameter?.Name == "pattern" && pattern is not null && FreePattern.IsOpen(pattern);
}
