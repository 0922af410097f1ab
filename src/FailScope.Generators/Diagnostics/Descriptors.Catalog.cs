using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Diagnostics;

internal static partial class Descriptors
{
    /// <summary>A catalog class, or one around it, that no part can be added to.</summary>
    internal static readonly DiagnosticDescriptor CatalogClassShape = new(
        DiagnosticIds.CatalogClassShape,
        title: "A catalog class that cannot be extended",
        messageFormat: "'{0}' {1}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The properties of a catalog are implemented in a generated part of the class. The class and every type around it must be partial, and none of them local to its file.",
        helpLinkUri: Page(DiagnosticIds.CatalogClassShape));

    /// <summary>A property that is not <c>static partial</c> with a getter alone and of its attribute's type.</summary>
    internal static readonly DiagnosticDescriptor CatalogMemberShape = new(
        DiagnosticIds.CatalogMemberShape,
        title: "A catalog member of the wrong shape",
        messageFormat: "'{0}' {1}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A catalog member is a static partial property with a getter and no body, of the type that its attribute names, with one of the catalog's attributes.",
        helpLinkUri: Page(DiagnosticIds.CatalogMemberShape));

    /// <summary>An argument that is null, empty or white space.</summary>
    internal static readonly DiagnosticDescriptor EmptyArgument = new(
        DiagnosticIds.EmptyArgument,
        title: "An argument without a value",
        messageFormat: "'{0}' has no {1}: the argument is null or empty",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Ids, addresses and references to other members are needed to make the member. Null, an empty text and white space are none.",
        helpLinkUri: Page(DiagnosticIds.EmptyArgument));

    /// <summary>A reference to a member that the catalog does not have.</summary>
    internal static readonly DiagnosticDescriptor UnknownReference = new(
        DiagnosticIds.UnknownReference,
        title: "A reference to nothing",
        messageFormat: "'{0}' refers to a {1} '{2}', which the catalog does not declare{3}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A credential refers to its provider, a model to its credential, a chain to its models. What a reference names must be a property of the same catalog class with the attribute of that kind.",
        helpLinkUri: Page(DiagnosticIds.UnknownReference));

    /// <summary>A reference to a provider where a credential is needed, and the like.</summary>
    internal static readonly DiagnosticDescriptor WrongKindOfReference = new(
        DiagnosticIds.WrongKindOfReference,
        title: "A reference to a member of another kind",
        messageFormat: "'{0}' needs a {1}, and '{2}' is a {3}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A credential refers to its provider, an account to its provider, a model to its credential, a chain to its models. A reference to a member of any other kind means nothing.",
        helpLinkUri: Page(DiagnosticIds.WrongKindOfReference));

    /// <summary><c>nameof(Other.Main)</c>.</summary>
    internal static readonly DiagnosticDescriptor ForeignReference = new(
        DiagnosticIds.ForeignReference,
        title: "A reference into another class",
        messageFormat: "'{0}' needs a {1} of this catalog, and '{2}' is a member of '{3}'",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "nameof gives the last name alone, so a reference into another class would silently mean the member of that name in this one. A catalog refers to its own members.",
        helpLinkUri: Page(DiagnosticIds.ForeignReference));

    /// <summary>A credential of one provider with an account of another.</summary>
    internal static readonly DiagnosticDescriptor AccountOfOtherProvider = new(
        DiagnosticIds.AccountOfOtherProvider,
        title: "A billing account that another provider keeps",
        messageFormat: "'{0}' is billed to the account '{1}', which another provider keeps: '{2}'",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A billing account is a wallet at one provider. A key of another provider cannot draw on it.",
        helpLinkUri: Page(DiagnosticIds.AccountOfOtherProvider));

    /// <summary>An address that no request can be sent to.</summary>
    internal static readonly DiagnosticDescriptor InvalidEndpoint = new(
        DiagnosticIds.InvalidEndpoint,
        title: "A provider's address is no absolute http or https URI",
        messageFormat: "The address of '{0}' is no absolute http or https URI: '{1}'",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The address of a provider must be an absolute URI with the scheme http or https and a host.",
        helpLinkUri: Page(DiagnosticIds.InvalidEndpoint));

    /// <summary>http to a host that is not on a private network.</summary>
    internal static readonly DiagnosticDescriptor UnencryptedEndpoint = new(
        DiagnosticIds.UnencryptedEndpoint,
        title: "A key travels unencrypted",
        messageFormat: "The address of '{0}' is http: requests to '{1}', and the key in their headers, travel unencrypted",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Every request to a provider carries the key. Over http anybody on the way reads it. Hosts on this machine and on private networks are left alone.",
        helpLinkUri: Page(DiagnosticIds.UnencryptedEndpoint));

    /// <summary>A literal that looks like a real key. The message never holds the literal.</summary>
    internal static readonly DiagnosticDescriptor ApiKeyInCatalog = new(
        DiagnosticIds.ApiKeyInCatalog,
        title: "An API key in the source code",
        messageFormat: "'{0}' holds what looks like {1}: keys belong in the environment or a secret store, and this one should be revoked",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A key in source code is in the history of the repository, in every clone and in the compiled assembly. A catalog names the environment variable that holds the key.",
        helpLinkUri: Page(DiagnosticIds.ApiKeyInCatalog));

    /// <summary>A price that is negative, not finite, or beyond what can be held.</summary>
    internal static readonly DiagnosticDescriptor InvalidPrice = new(
        DiagnosticIds.InvalidPrice,
        title: "A price that is no price",
        messageFormat: "'{0}' declares {1} as '{2}': a price is a finite number of US dollars, 0 or more",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A price is a number of US dollars, 0 or more, and neither infinite nor NaN nor so small that it would be rounded to 0. A price that is not known is not declared.",
        helpLinkUri: Page(DiagnosticIds.InvalidPrice));

    /// <summary>A window that holds nothing.</summary>
    internal static readonly DiagnosticDescriptor InvalidTokenCount = new(
        DiagnosticIds.InvalidTokenCount,
        title: "A number of tokens below 1",
        messageFormat: "'{0}' declares {1} as '{2}': a number of tokens is 1 or more",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A context window and a maximal output have at least one token. What is not known is not declared.",
        helpLinkUri: Page(DiagnosticIds.InvalidTokenCount));

    /// <summary>0 in, 250 out; or 0 in and nothing declared for out.</summary>
    internal static readonly DiagnosticDescriptor OneSideZero = new(
        DiagnosticIds.OneSideZero,
        title: "One token price is 0 and the other is not",
        messageFormat: "'{0}' declares 0 for {1} and {2} for {3}, so it counts as priced; declare both, or say Free = false",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model is free when both token prices are declared 0. One side at 0 is a slip, or a free model that is only half declared. Free = false says that it is meant.",
        helpLinkUri: Page(DiagnosticIds.OneSideZero));

    /// <summary>The variant says free and a price says not.</summary>
    internal static readonly DiagnosticDescriptor PricedFreeVariant = new(
        DiagnosticIds.PricedFreeVariant,
        title: "An id that ends in ':free', with a price",
        messageFormat: "The id of '{0}' ends in ':free', yet it declares {1} above 0, so it counts as priced; correct one of them, or say Free = false",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The variant ':free' and a price above 0 contradict each other. The model counts as priced, since calling a model free that bills would spend the money of somebody who has none left.",
        helpLinkUri: Page(DiagnosticIds.PricedFreeVariant));

    /// <summary><c>vendor/model:free:online</c>.</summary>
    internal static readonly DiagnosticDescriptor StackedFreeVariant = new(
        DiagnosticIds.StackedFreeVariant,
        title: "':free' is not the last variant of the id",
        messageFormat: "The id of '{0}' has ':{1}' behind ':free', so it may bill and counts as {2}; declare a price above 0, or say Free",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only a ':free' at the very end of an id names the free variant. Another variant behind it can bill: 'x:free:online' pays for web searches.",
        helpLinkUri: Page(DiagnosticIds.StackedFreeVariant));

    /// <summary><c>vendor/model:freedom</c>.</summary>
    internal static readonly DiagnosticDescriptor AlmostFreeVariant = new(
        DiagnosticIds.AlmostFreeVariant,
        title: "A variant that only looks like ':free'",
        messageFormat: "The variant ':{1}' of '{0}' is not ':free', so the model counts as priced; correct the id, declare prices, or say Free",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The free variant is exactly ':free', in any case. A variant that merely begins so, or has white space around it, is another id, and bills.",
        helpLinkUri: Page(DiagnosticIds.AlmostFreeVariant));

    /// <summary><c>vendor/model-free</c>.</summary>
    internal static readonly DiagnosticDescriptor FreeInName = new(
        DiagnosticIds.FreeInName,
        title: "An id that says free, of a model that counts as priced",
        messageFormat: "'free' in the id '{1}' says nothing about the price, so '{0}' counts as priced; declare its prices, or say Free",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Some providers name free models '…-free', and some models are merely called so. Only the variant ':free' is understood from an id; anything else is declared.",
        helpLinkUri: Page(DiagnosticIds.FreeInName));

    /// <summary>A statement that wins over the price beside it.</summary>
    internal static readonly DiagnosticDescriptor FreeWithPrice = new(
        DiagnosticIds.FreeWithPrice,
        title: "Free = true, with a price above 0",
        messageFormat: "'{0}' says Free = true, which wins over its {1} above 0: it would be tried on an empty account",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Free = true makes a model free whatever its prices say. A free model is still tried when its account is out of credit, and if it bills after all, it bills somebody who has no credit left.",
        helpLinkUri: Page(DiagnosticIds.FreeWithPrice));

    /// <summary>Two members with one id through one credential.</summary>
    internal static readonly DiagnosticDescriptor SameModelTwice = new(
        DiagnosticIds.SameModelTwice,
        title: "The same model twice",
        messageFormat: "'{0}' is the same model as '{1}': '{2}' through '{3}'",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "One id through one credential is one model to the provider: what retires one of the two members does not retire the other, so a chain with both asks the same model twice. Mostly it is a copy whose id was not changed.",
        helpLinkUri: Page(DiagnosticIds.SameModelTwice));

    /// <summary>An account with fewer than two credentials.</summary>
    internal static readonly DiagnosticDescriptor UnsharedAccount = new(
        DiagnosticIds.UnsharedAccount,
        title: "A billing account that nothing shares",
        messageFormat: "Nothing shares the billing account '{0}': {1}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A credential has an account of its own unless it names one. An account is declared where several credentials share it.",
        helpLinkUri: Page(DiagnosticIds.UnsharedAccount));

    /// <summary>The name of the generated property.</summary>
    internal static readonly DiagnosticDescriptor ReservedName = new(
        DiagnosticIds.ReservedName,
        title: "A member called Catalog",
        messageFormat: "'Catalog' is the name of the generated property that lists the whole catalog; call this member something else",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part of a catalog class has a property Catalog that lists everything. A provider, account, credential, model or chain needs another name.",
        helpLinkUri: Page(DiagnosticIds.ReservedName));

    /// <summary>A property of a descriptor's type without its attribute.</summary>
    internal static readonly DiagnosticDescriptor MemberWithoutAttribute = new(
        DiagnosticIds.MemberWithoutAttribute,
        title: "A property that nothing implements",
        messageFormat: "'{0}' is a {1} that nothing implements: it lacks the attribute [{2}]",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A static property of a catalog class whose type is a provider, account, credential, model or chain is implemented from its attribute. Without the attribute it is not implemented at all, or is null for good.",
        helpLinkUri: Page(DiagnosticIds.MemberWithoutAttribute));

    /// <summary><c>"Main"</c> where <c>nameof(Main)</c> can stand.</summary>
    internal static readonly DiagnosticDescriptor ReferenceAsString = new(
        DiagnosticIds.ReferenceAsString,
        title: "A reference written as a string",
        messageFormat: "Write nameof({0}), so that renaming and finding references work",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A reference by nameof is followed by rename, find-references and go-to-definition, and a slip is an error of the compiler. A string is not.",
        helpLinkUri: Page(DiagnosticIds.ReferenceAsString));

    /// <summary>Partial properties in an older language version.</summary>
    internal static readonly DiagnosticDescriptor LanguageVersion = new(
        DiagnosticIds.LanguageVersion,
        title: "Catalogs need C# 13",
        messageFormat: "A catalog is made of partial properties, which are C# 13, and this project is compiled as C# {0}; {1}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Partial properties came with C# 13. Projects for net8.0 default to C# 12 and need a LangVersion of 13 or later in the project file.",
        helpLinkUri: Page(DiagnosticIds.LanguageVersion));

    /// <summary><c>[ModelCatalog]</c> is missing.</summary>
    internal static readonly DiagnosticDescriptor NotMarkedAsCatalog = new(
        DiagnosticIds.NotMarkedAsCatalog,
        title: "A type with catalog members that is no catalog",
        messageFormat: "'{0}' declares the {1} '{2}' and is no catalog: {3}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator looks at classes that carry [ModelCatalog], and at nothing else. Without it no property of the class is implemented.",
        helpLinkUri: Page(DiagnosticIds.NotMarkedAsCatalog));
}
