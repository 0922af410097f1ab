using System.Globalization;
using FailScope.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>Converts a parsed catalog to the emitter's input, which contains no syntax and no symbols.</summary>
internal static class CatalogModelBuilder
{
    /// <returns>Null if nothing can be generated because no part can be added to the class.</returns>
    internal static CatalogModel? Build(CatalogDeclaration catalog)
    {
        if (!catalog.CanBeExtended || catalog.Parts.Count == 0)
        {
            return null;
        }

        var positions = new Dictionary<ModelDeclaration, int>();
        var models = new List<ModelModel>();
        foreach (ModelDeclaration model in catalog.Models)
        {
            if (IsSound(model))
            {
                positions.Add(model, models.Count);
                models.Add(Build(model));
            }
        }

        return new CatalogModel(
            FullName(catalog.Symbol),
            catalog.Symbol.ContainingNamespace is { IsGlobalNamespace: false } @namespace ? @namespace.ToDisplayString(NamespaceFormat) : "",
            new(TypeHeaders(catalog.Parts[0])),
            !catalog.DeclaresCatalogMember,
            new(catalog.Providers.Where(IsSound).Select(provider => new ProviderModel(Property(provider), provider.Endpoint.Content!))),
            new(catalog.Accounts.Where(IsSound).Select(account => new AccountModel(Property(account), account.Provider.Name!))),
            new(catalog.Credentials.Where(IsSound).Select(credential => new CredentialModel(
                Property(credential), credential.Provider.Name!, credential.Account.Name, credential.EnvironmentVariable.Content))),
            new(models),
            new(catalog.Chains.Where(IsSound).Select(chain => new ChainModel(
                Property(chain), new(chain.Models.Where(positions.ContainsKey).Select(model => positions[model])), (int)chain.Survives.Content, (int)chain.Requires.Content))),
            new(catalog.Members.Where(member => member.BrokenBecause is not null && member.CanBeImplemented).Select(Broken)));
    }

    private static readonly SymbolDisplayFormat NamespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static bool IsSound(MemberDeclaration member) => member.BrokenBecause is null;

    /// <summary>The name of the class in scope keys. Nested types are separated by a plus, as at run time.</summary>
    internal static string FullName(INamedTypeSymbol type)
    {
        string name = type.MetadataName;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = $"{outer.MetadataName}+{name}";
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } @namespace
            ? $"{string.Join(".", Names(@namespace))}.{name}"
            : name;
    }

    private static IEnumerable<string> Names(INamespaceSymbol @namespace)
    {
        if (@namespace.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            foreach (string name in Names(outer))
            {
                yield return name;
            }
        }

        yield return @namespace.Name;
    }

    private static IEnumerable<string> TypeHeaders(TypeDeclarationSyntax part)
    {
        var headers = new List<string>();
        for (SyntaxNode? node = part; node is TypeDeclarationSyntax type; node = node.Parent)
        {
            string keyword = type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.None)
                ? $"record {record.ClassOrStructKeyword.ValueText}"
                : type.Keyword.ValueText;
            string parameters = type.TypeParameterList is { } list
                ? $"<{string.Join(", ", list.Parameters.Select(parameter => Identifiers.Escape(parameter.Identifier.ValueText)))}>"
                : "";
            headers.Add($"partial {keyword} {Identifiers.Escape(type.Identifier.ValueText)}{parameters}");
        }

        headers.Reverse();
        return headers;
    }

    private static ModelModel Build(ModelDeclaration model)
    {
        var prices = new List<(int, decimal)>();
        for (int i = 0; i < model.Prices.Length; i++)
        {
            if (model.Prices[i].Content is { } usd)
            {
                prices.Add((i, usd));
            }
        }

        return new ModelModel(
            Property(model),
            model.Id.Content!,
            model.Credential.Name!,
            model.IsFree,
            new(prices),
            model.ContextWindow.Content ?? 0,
            model.MaxOutputTokens.Content ?? 0,
            (int?)model.Capabilities.Content,
            model.EmbeddingSpace.Content,
            ListNote(model));
    }

    private static string? ListNote(ModelDeclaration model)
    {
        if (model.TakenFromList.Count == 0 || model.Listed is not { List: { } list, Model: { } listed })
        {
            return null;
        }

        string expiry = listed.Expires is { } day ? $" Listed to expire on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}." : "";
        return $"From {list.Describe()}: {string.Join(", ", model.TakenFromList)}.{expiry}";
    }

    private static BrokenMemberModel Broken(MemberDeclaration member) => new(
        Property(member),
        member.WrongType?.ToDisplayString(TypeFormat) ?? $"global::FailScope.{member.Kind}",
        member.Syntax.AccessorList!.Accessors.FirstOrDefault(accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration))?.Keyword.ValueText,
        $"The {member.Kind.Describe()} '{member.Name}' cannot be used: {member.BrokenBecause}.");

    private static readonly SymbolDisplayFormat TypeFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static PropertyModel Property(MemberDeclaration member) => new(
        string.Join(" ", member.Syntax.Modifiers.Select(modifier => modifier.ValueText)),
        member.Name,
        new(DocumentationComment.Lines(member.Syntax)));
}
