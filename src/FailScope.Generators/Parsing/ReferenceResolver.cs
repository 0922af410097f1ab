using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>
/// Finds the member that an argument names, by <c>nameof</c> or by string, and reports a problem if there is none of the right
/// kind.
/// </summary>
internal sealed class ReferenceResolver(CatalogDeclaration catalog, PartSemantics semantics)
{
    /// <summary>Resolves a required reference. If the target is missing or unusable, the member is unusable too.</summary>
    internal Reference<T> Require<T>(MemberDeclaration member, ExpressionSyntax? expression, MemberKind wanted)
        where T : MemberDeclaration
    {
        Reference<T> reference = Find<T>(member, expression, wanted);
        if (reference.Target is not { } target)
        {
            member.Break();
        }
        else if (target.BrokenBecause is not null)
        {
            // The problem is reported at the target. This is only a consequence.
            member.Break($"its {wanted.Describe()} '{reference.Name}' cannot be used");
        }

        return reference;
    }

    /// <summary>Resolves a reference without marking the member as unusable.</summary>
    internal Reference<T> Find<T>(MemberDeclaration member, ExpressionSyntax? expression, MemberKind wanted)
        where T : MemberDeclaration
    {
        string? name = expression is null ? null : semantics.Text(expression).Content;
        if (expression is null || string.IsNullOrWhiteSpace(name))
        {
            // The compiler reports an argument that is missing or not constant.
            if (expression is not null && semantics.Constant(expression).HasValue)
            {
                catalog.Report(CatalogProblemKind.MissingValue, expression, member.Name, wanted.Describe());
            }

            return new(expression, null, null);
        }

        if (semantics.NameOf(expression) is { Foreign: { } foreign })
        {
            catalog.Report(CatalogProblemKind.ForeignReference, expression, member.Name, wanted.Describe(), name!, foreign.Name);
        }
        else if (!catalog.ByName.TryGetValue(name!, out MemberDeclaration? found))
        {
            IEnumerable<string> candidates = catalog.Members.Where(candidate => candidate.Kind == wanted).Select(candidate => candidate.Name);
            catalog.Report(CatalogProblemKind.UnknownReference, expression, member.Name, wanted.Describe(), name!, NearestName.Find(name!, candidates) ?? "");
        }
        else if (found is T target)
        {
            return new(expression, name, target);
        }
        else
        {
            catalog.Report(CatalogProblemKind.WrongKindOfReference, expression, member.Name, wanted.Describe(), name!, found.Kind.Describe());
        }

        return new(expression, name, null);
    }
}
