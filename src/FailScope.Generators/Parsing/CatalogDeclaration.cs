using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>A catalog as it stands in the source, with syntax to point at. Lives for one analysis; never in a pipeline.</summary>
internal sealed class CatalogDeclaration(INamedTypeSymbol symbol)
{
    internal INamedTypeSymbol Symbol { get; } = symbol;

    /// <summary>The parts of the class, in an order that does not depend on the order of the files.</summary>
    internal List<TypeDeclarationSyntax> Parts { get; } = [];

    internal List<ProviderDeclaration> Providers { get; } = [];

    internal List<AccountDeclaration> Accounts { get; } = [];

    internal List<CredentialDeclaration> Credentials { get; } = [];

    internal List<ModelDeclaration> Models { get; } = [];

    internal List<ChainDeclaration> Chains { get; } = [];

    /// <summary>Every member, broken ones included, in the order of the source.</summary>
    internal List<MemberDeclaration> Members { get; } = [];

    internal List<CatalogProblem> Problems { get; } = [];

    /// <summary>Whether code can be added to the class: it and all around it are partial, and it is not local to a file.</summary>
    internal bool CanBeExtended { get; set; } = true;

    /// <summary>Whether the user declares a member called <c>Catalog</c>, which the generated one gives way to.</summary>
    internal bool DeclaresCatalogMember { get; set; }

    internal Dictionary<string, MemberDeclaration> ByName { get; } = new(StringComparer.Ordinal);

    /// <summary>The names that were bound by the compiler. Everything else was read from syntax, and depends only on the files of the class.</summary>
    internal HashSet<string> BoundNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a member; false where another of its name is there already.</summary>
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
