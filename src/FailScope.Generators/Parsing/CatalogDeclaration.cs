using FailScope.Generators.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>
/// A parsed catalog, with syntax for locations. Used for one analysis, and never stored in the incremental pipeline.
/// </summary>
internal sealed class CatalogDeclaration(INamedTypeSymbol symbol)
{
    internal INamedTypeSymbol Symbol { get; } = symbol;

    /// <summary>The price lists of the project.</summary>
    internal ProjectPriceLists Lists { get; set; } = ProjectPriceLists.None;

    /// <summary>The parts of the class, in an order that does not depend on the order of the files.</summary>
    internal List<TypeDeclarationSyntax> Parts { get; } = [];

    internal List<ProviderDeclaration> Providers { get; } = [];

    internal List<AccountDeclaration> Accounts { get; } = [];

    internal List<CredentialDeclaration> Credentials { get; } = [];

    internal List<ModelDeclaration> Models { get; } = [];

    internal List<ChainDeclaration> Chains { get; } = [];

    /// <summary>All members, including unusable ones, in source order.</summary>
    internal List<MemberDeclaration> Members { get; } = [];

    internal List<CatalogProblem> Problems { get; } = [];

    /// <summary>
    /// Whether code can be added to the class: it and its containing types are partial, and it is not file-local.
    /// </summary>
    internal bool CanBeExtended { get; set; } = true;

    /// <summary>Whether the user declares a member named <c>Catalog</c>. The generated property is then left out.</summary>
    internal bool DeclaresCatalogMember { get; set; }

    internal Dictionary<string, MemberDeclaration> ByName { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The names that the compiler bound. Everything else was read from syntax and depends only on the files of the class.
    /// </summary>
    internal HashSet<string> BoundNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a member; false if there is already one with this name.</summary>
    internal bool TryAdd(MemberDeclaration member)
    {
        if (ByName.ContainsKey(member.Name))
        {
            return false;
        }

        ByName.Add(member.Name, member);
        Members.Add(member);
        switch (member)
        {
            case ProviderDeclaration provider:
                Providers.Add(provider);
                break;
            case AccountDeclaration account:
                Accounts.Add(account);
                break;
            case CredentialDeclaration credential:
                Credentials.Add(credential);
                break;
            case ModelDeclaration model:
                Models.Add(model);
                break;
            case ChainDeclaration chain:
                Chains.Add(chain);
                break;
        }

        return true;
    }

    internal void Report(CatalogProblemKind kind, SyntaxNodeOrToken where, params object[] arguments) =>
        Problems.Add(new CatalogProblem(kind, where, arguments));

    /// <summary>Reports a problem that makes the member unusable.</summary>
    internal void Break(MemberDeclaration member, CatalogProblemKind kind, SyntaxNodeOrToken where, params object[] arguments)
    {
        member.Break();
        Report(kind, where, arguments);
    }
}
