using FailScope.Generators.PriceLists;
using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>A property with one of the catalog's attributes.</summary>
internal abstract class MemberDeclaration(MemberKind kind, PropertyDeclarationSyntax syntax, AttributeSyntax attribute)
{
    internal MemberKind Kind { get; } = kind;

    internal PropertyDeclarationSyntax Syntax { get; } = syntax;

    internal AttributeSyntax Attribute { get; } = attribute;

    internal string Name => Syntax.Identifier.ValueText;

    /// <summary>Whether an implementation can be generated for it: static, partial, a getter without a body.</summary>
    internal bool CanBeImplemented { get; set; }

    /// <summary>The declared type, if it is not the type that the attribute requires.</summary>
    internal ITypeSymbol? WrongType { get; set; }

    /// <summary>Why it cannot be used; null if it can.</summary>
    internal string? BrokenBecause { get; private set; }

    /// <summary>Marks it as unusable. The first reason is kept, because later ones usually follow from it.</summary>
    internal void Break(string reason = "its declaration has an error") => BrokenBecause ??= reason;
}

internal sealed class ProviderDeclaration(PropertyDeclarationSyntax syntax, AttributeSyntax attribute)
    : MemberDeclaration(MemberKind.Provider, syntax, attribute)
{
    internal Value<string> Endpoint { get; set; }
}

internal sealed class AccountDeclaration(PropertyDeclarationSyntax syntax, AttributeSyntax attribute)
    : MemberDeclaration(MemberKind.BillingAccount, syntax, attribute)
{
    internal Reference<ProviderDeclaration> Provider { get; set; }
}

internal sealed class CredentialDeclaration(PropertyDeclarationSyntax syntax, AttributeSyntax attribute)
    : MemberDeclaration(MemberKind.Credential, syntax, attribute)
{
    internal Reference<ProviderDeclaration> Provider { get; set; }

    /// <summary>Its expression is null if the credential has its own account.</summary>
    internal Reference<AccountDeclaration> Account { get; set; }

    internal Value<string> EnvironmentVariable { get; set; }
}

internal sealed class ModelDeclaration(PropertyDeclarationSyntax syntax, AttributeSyntax attribute)
    : MemberDeclaration(MemberKind.Model, syntax, attribute)
{
    /// <summary>The names of the attribute's price properties, indexed by <see cref="Price"/>.</summary>
    internal static readonly string[] PriceNames = Enum.GetNames(typeof(Price));

    internal static readonly int PriceCount = PriceNames.Length;

    internal Value<string> Id { get; set; }

    internal Reference<CredentialDeclaration> Credential { get; set; }

    /// <summary>Indexed by <see cref="Price"/>. An invalid price has an expression but no value.</summary>
    internal Value<decimal?>[] Prices { get; } = new Value<decimal?>[PriceCount];

    internal Value<bool?> Free { get; set; }

    internal Value<long?> ContextWindow { get; set; }

    internal Value<long?> MaxOutputTokens { get; set; }

    internal Value<ModelCapabilities?> Capabilities { get; set; }

    /// <summary>Null if it is not declared or is white space.</summary>
    internal Value<string> EmbeddingSpace { get; set; }

    /// <summary>Whether undeclared values are taken from a price list.</summary>
    internal Value<bool?> FromPriceList { get; set; }

    /// <summary>What the project's price lists say about it.</summary>
    internal PriceListAnswer Listed { get; private set; }

    /// <summary>The names of the values that were taken from the list, for the generated documentation.</summary>
    internal List<string> TakenFromList { get; } = [];

    /// <summary>Whether it costs nothing.</summary>
    internal bool IsFree
    {
        get
        {
            // An invalid price counts as a price above 0, so that it does not make the model free.
            var prices = new decimal?[PriceCount];
            for (int i = 0; i < PriceCount; i++)
            {
                prices[i] = Prices[i].Expression is null ? Prices[i].Content : Prices[i].Content ?? -1;
            }

            // A list can have a price without a property here, or a price that depends on the request.
            bool listsAPrice = FromPriceList.Content == true && Listed.Model is { IsFree: false };
            return Freeness.IsFree(Free.Content, prices, Id.Content) && (Free.Content == true || !listsAPrice);
        }
    }

    /// <summary>Stores the listed values, and uses them for undeclared values if the declaration sets FromPriceList.</summary>
    internal void Look(PriceListAnswer answer)
    {
        Listed = answer;
        if (FromPriceList.Content != true || answer.Model is not { } listed)
        {
            return;
        }

        for (int i = 0; i < PriceCount && !answer.IsRouted; i++)
        {
            if (Prices[i].Expression is null && listed.PriceOf((Price)i) is { } usd)
            {
                Prices[i] = new(null, usd);
                TakenFromList.Add(PriceNames[i]);
            }
        }

        ContextWindow = Take(ContextWindow, listed.ContextWindow, nameof(ContextWindow));
        MaxOutputTokens = Take(MaxOutputTokens, listed.MaxOutputTokens, nameof(MaxOutputTokens));
        ModelCapabilities? capabilities = (listed.Capabilities | listed.Denied) == 0 ? null : listed.Capabilities;
        Capabilities = Take(Capabilities, capabilities, nameof(Capabilities));
    }

    private Value<T?> Take<T>(Value<T?> declared, T? listed, string name)
        where T : struct
    {
        if (declared.Expression is not null || listed is null)
        {
            return declared;
        }

        TakenFromList.Add(name);
        return new(null, listed);
    }
}

internal sealed class ChainDeclaration(PropertyDeclarationSyntax syntax, AttributeSyntax attribute)
    : MemberDeclaration(MemberKind.FallbackChain, syntax, attribute)
{
    /// <summary>The references as written, including invalid and repeated ones.</summary>
    internal List<Reference<ModelDeclaration>> References { get; } = [];

    /// <summary>The models that the chain tries: each valid model, once.</summary>
    internal List<ModelDeclaration> Models { get; } = [];

    internal Value<LossOf> Survives { get; set; }

    internal Value<ModelCapabilities> Requires { get; set; }
}
