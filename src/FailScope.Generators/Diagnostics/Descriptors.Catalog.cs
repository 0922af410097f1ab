using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Diagnostics;

internal static partial class Descriptors
{
    /// <summary>A catalog class or a containing type that is not partial, or is file-local.</summary>
    internal static readonly DiagnosticDescriptor CatalogClassShape = new(
        DiagnosticIds.CatalogClassShape,
        title: "Catalog class must be partial",
        messageFormat: "'{0}' {1}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator implements the properties of a catalog in another part of the class. The class and its containing types must be partial and must not be file-local.",
        helpLinkUri: Page(DiagnosticIds.CatalogClassShape));

    /// <summary>A property that is not <c>static partial</c> with only a getter and its attribute's type.</summary>
    internal static readonly DiagnosticDescriptor CatalogMemberShape = new(
        DiagnosticIds.CatalogMemberShape,
        title: "Invalid declaration of a catalog member",
        messageFormat: "'{0}' {1}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A catalog member is a static partial property with a getter and no body. It has one of the catalog's attributes and the type that this attribute names.",
        helpLinkUri: Page(DiagnosticIds.CatalogMemberShape));

    /// <summary>An argument that is null, empty or white space.</summary>
    internal static readonly DiagnosticDescriptor EmptyArgument = new(
        DiagnosticIds.EmptyArgument,
        title: "Required argument is null or empty",
        messageFormat: "The {1} of '{0}' must not be null, empty or white space",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Model ids, provider addresses and references to other members are required. They must not be null, empty or white space.",
        helpLinkUri: Page(DiagnosticIds.EmptyArgument));

    /// <summary>A reference to a member that the catalog does not have.</summary>
    internal static readonly DiagnosticDescriptor UnknownReference = new(
        DiagnosticIds.UnknownReference,
        title: "Reference to an undeclared member",
        messageFormat: "'{0}' refers to the {1} '{2}', which the catalog does not declare{3}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A credential refers to its provider, a model to its credential, and a chain to its models. A reference must name a property of the same catalog class that has the matching attribute.",
        helpLinkUri: Page(DiagnosticIds.UnknownReference));

    /// <summary>A reference to a member of the wrong kind, such as a provider where a credential is needed.</summary>
    internal static readonly DiagnosticDescriptor WrongKindOfReference = new(
        DiagnosticIds.WrongKindOfReference,
        title: "Reference to the wrong kind of member",
        messageFormat: "'{0}' needs a {1}, but '{2}' is a {3}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A credential and a billing account refer to a provider, a model to a credential, and a chain to its models. A reference to a member of any other kind is an error.",
        helpLinkUri: Page(DiagnosticIds.WrongKindOfReference));

    /// <summary><c>nameof(Other.Main)</c>.</summary>
    internal static readonly DiagnosticDescriptor ForeignReference = new(
        DiagnosticIds.ForeignReference,
        title: "Reference to a member of another class",
        messageFormat: "'{0}' needs a {1} of this catalog, but '{2}' is a member of '{3}'",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "nameof returns only the last name, so a reference to another class would silently refer to the member with the same name in this class. A catalog can refer only to its own members.",
        helpLinkUri: Page(DiagnosticIds.ForeignReference));

    /// <summary>A credential of one provider with an account of another.</summary>
    internal static readonly DiagnosticDescriptor AccountOfOtherProvider = new(
        DiagnosticIds.AccountOfOtherProvider,
        title: "Billing account belongs to another provider",
        messageFormat: "'{0}' is billed to account '{1}', but that account belongs to provider '{2}'",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A billing account belongs to one provider. A key of another provider cannot use its balance.",
        helpLinkUri: Page(DiagnosticIds.AccountOfOtherProvider));

    /// <summary>An address that no request can be sent to.</summary>
    internal static readonly DiagnosticDescriptor InvalidEndpoint = new(
        DiagnosticIds.InvalidEndpoint,
        title: "Provider address is not an absolute http or https URI",
        messageFormat: "The address of '{0}' is not an absolute http or https URI: '{1}'",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The address of a provider must be an absolute URI with a host and the scheme http or https.",
        helpLinkUri: Page(DiagnosticIds.InvalidEndpoint));

    /// <summary>http to a host that is not on a private network.</summary>
    internal static readonly DiagnosticDescriptor UnencryptedEndpoint = new(
        DiagnosticIds.UnencryptedEndpoint,
        title: "API key is sent unencrypted",
        messageFormat: "The address of '{0}' uses http, so requests to '{1}' and the API key in their headers are not encrypted",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Every request to a provider carries the API key. Over http, anyone on the network path can read it. Addresses on this machine and on private networks are not reported.",
        helpLinkUri: Page(DiagnosticIds.UnencryptedEndpoint));

    /// <summary>A literal that looks like a real key. The message never contains the literal.</summary>
    internal static readonly DiagnosticDescriptor ApiKeyInCatalog = new(
        DiagnosticIds.ApiKeyInCatalog,
        title: "API key in source code",
        messageFormat: "'{0}' contains what looks like {1}; revoke the key, and keep keys in environment variables or a secret store",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A key in source code ends up in the history of the repository, in every clone and in the compiled assembly. Declare the name of the environment variable that holds the key instead.",
        helpLinkUri: Page(DiagnosticIds.ApiKeyInCatalog));

    /// <summary>A price that is negative, not finite, or does not fit a decimal.</summary>
    internal static readonly DiagnosticDescriptor InvalidPrice = new(
        DiagnosticIds.InvalidPrice,
        title: "Invalid price",
        messageFormat: "'{0}' declares {1} as '{2}', but a price must be a finite number of US dollars, 0 or more",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A price is a finite number of US dollars, 0 or more, and not so small that it rounds to 0. Do not declare a price that you do not know.",
        helpLinkUri: Page(DiagnosticIds.InvalidPrice));

    /// <summary>A context window or output limit below 1.</summary>
    internal static readonly DiagnosticDescriptor InvalidTokenCount = new(
        DiagnosticIds.InvalidTokenCount,
        title: "Token count is less than 1",
        messageFormat: "'{0}' declares {1} as '{2}', but a token count must be 1 or more",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A context window or a maximum output has at least one token. Do not declare a value that you do not know.",
        helpLinkUri: Page(DiagnosticIds.InvalidTokenCount));

    /// <summary>0 in, 250 out; or 0 in and nothing declared for out.</summary>
    internal static readonly DiagnosticDescriptor OneSideZero = new(
        DiagnosticIds.OneSideZero,
        title: "Only one token price is 0",
        messageFormat: "'{0}' declares 0 for {1} and {2} for {3}, so it counts as priced; correct the prices, or set Free = false",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model is free when both token prices are declared as 0. If only one of them is 0, a price is probably missing or wrong. Set Free = false if the prices are correct.",
        helpLinkUri: Page(DiagnosticIds.OneSideZero));

    /// <summary>A <c>:free</c> id together with a price.</summary>
    internal static readonly DiagnosticDescriptor PricedFreeVariant = new(
        DiagnosticIds.PricedFreeVariant,
        title: "Model id ends in ':free', but the model has a price",
        messageFormat: "The id of '{0}' ends in ':free', but the model declares {1} above 0, so it counts as priced; correct the id or the price, or set Free = false",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The variant ':free' contradicts a price above 0. The model counts as priced, because a free model is still called when its account is out of credit, and this one would cost money.",
        helpLinkUri: Page(DiagnosticIds.PricedFreeVariant));

    /// <summary><c>vendor/model:free:online</c>.</summary>
    internal static readonly DiagnosticDescriptor StackedFreeVariant = new(
        DiagnosticIds.StackedFreeVariant,
        title: "':free' is not the last variant of the model id",
        messageFormat: "The id of '{0}' has ':{1}' after ':free', so the model may cost money, and it counts as {2}; declare a price above 0, or set Free",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only ':free' at the very end of an id names the free variant. A variant after it can cost money: 'x:free:online' pays for web searches.",
        helpLinkUri: Page(DiagnosticIds.StackedFreeVariant));

    /// <summary><c>vendor/model:freedom</c>.</summary>
    internal static readonly DiagnosticDescriptor AlmostFreeVariant = new(
        DiagnosticIds.AlmostFreeVariant,
        title: "Variant only resembles ':free'",
        messageFormat: "The variant ':{1}' of '{0}' is not ':free', so the model counts as priced; correct the id, declare its prices, or set Free",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The free variant is exactly ':free', in any case. A variant that only starts with 'free', or has white space around it, is a different id that costs money.",
        helpLinkUri: Page(DiagnosticIds.AlmostFreeVariant));

    /// <summary><c>vendor/model-free</c>.</summary>
    internal static readonly DiagnosticDescriptor FreeInName = new(
        DiagnosticIds.FreeInName,
        title: "Model id contains 'free', but the model counts as priced",
        messageFormat: "'free' in the id '{1}' does not make '{0}' a free model, so it counts as priced; declare its prices, or set Free",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Some providers put 'free' into the names of their free models, and some priced models have it in their names. FailScope recognizes only the variant ':free'. For any other id, declare the prices or set Free.",
        helpLinkUri: Page(DiagnosticIds.FreeInName));

    /// <summary><c>Free = true</c> together with a price above 0.</summary>
    internal static readonly DiagnosticDescriptor FreeWithPrice = new(
        DiagnosticIds.FreeWithPrice,
        title: "Free = true on a model with a price above 0",
        messageFormat: "'{0}' sets Free = true, which overrides its {1} above 0, so it would be called when its account is out of credit",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Free = true makes a model free whatever prices it declares. A free model is still called when its account is out of credit. If the model costs money, that call is refused or makes the balance negative.",
        helpLinkUri: Page(DiagnosticIds.FreeWithPrice));

    /// <summary>Two members with one id through one credential.</summary>
    internal static readonly DiagnosticDescriptor SameModelTwice = new(
        DiagnosticIds.SameModelTwice,
        title: "Model is declared twice",
        messageFormat: "'{0}' is the same model as '{1}': id '{2}' through credential '{3}'",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "For the provider, one id through one credential is one model. A failure retires only one of the two members, so a chain with both calls the same model twice. Usually one member is a copy whose id was not changed.",
        helpLinkUri: Page(DiagnosticIds.SameModelTwice));

    /// <summary>An account with fewer than two credentials.</summary>
    internal static readonly DiagnosticDescriptor UnsharedAccount = new(
        DiagnosticIds.UnsharedAccount,
        title: "Billing account is not shared",
        messageFormat: "Billing account '{0}' is not shared: {1}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "By default, every credential has its own account. Declare an account only when several credentials share it.",
        helpLinkUri: Page(DiagnosticIds.UnsharedAccount));

    /// <summary>The name of the generated property.</summary>
    internal static readonly DiagnosticDescriptor ReservedName = new(
        DiagnosticIds.ReservedName,
        title: "Catalog member is named Catalog",
        messageFormat: "'Catalog' is the name of the generated property that lists the whole catalog; rename this member",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part of a catalog class has a property named Catalog that lists all of its members. A provider, account, credential, model or chain needs another name.",
        helpLinkUri: Page(DiagnosticIds.ReservedName));

    /// <summary>A property of a descriptor's type without its attribute.</summary>
    internal static readonly DiagnosticDescriptor MemberWithoutAttribute = new(
        DiagnosticIds.MemberWithoutAttribute,
        title: "Catalog property has no attribute",
        messageFormat: "'{0}' is a {1} without an implementation; add the attribute [{2}]",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "In a catalog class, a static property for a provider, account, credential, model or chain gets its implementation from its attribute. Without the attribute, a partial property has no implementation and any other property is always null.",
        helpLinkUri: Page(DiagnosticIds.MemberWithoutAttribute));

    /// <summary><c>"Main"</c> instead of <c>nameof(Main)</c>.</summary>
    internal static readonly DiagnosticDescriptor ReferenceAsString = new(
        DiagnosticIds.ReferenceAsString,
        title: "Use nameof to refer to a member",
        messageFormat: "Use nameof({0}) so that rename and find references work",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Rename, find references and go to definition follow nameof, and the compiler reports a misspelled name. A string has none of this.",
        helpLinkUri: Page(DiagnosticIds.ReferenceAsString));

    /// <summary>Partial properties in an older language version.</summary>
    internal static readonly DiagnosticDescriptor LanguageVersion = new(
        DiagnosticIds.LanguageVersion,
        title: "Catalogs require C# 13",
        messageFormat: "A catalog uses partial properties, which require C# 13, but this project is compiled as C# {0}; {1}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Partial properties require C# 13. Projects that target net8.0 use C# 12 by default; set LangVersion to 13 or later in the project file.",
        helpLinkUri: Page(DiagnosticIds.LanguageVersion));

    /// <summary><c>[ModelCatalog]</c> is missing.</summary>
    internal static readonly DiagnosticDescriptor NotMarkedAsCatalog = new(
        DiagnosticIds.NotMarkedAsCatalog,
        title: "Type with catalog members is not a catalog",
        messageFormat: "'{0}' declares the {1} '{2}' but is not a catalog; {3}",
        category: Categories.Catalog,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator looks only at classes that have the attribute [ModelCatalog]. Without it, no catalog member of the class is implemented.",
        helpLinkUri: Page(DiagnosticIds.NotMarkedAsCatalog));
}
