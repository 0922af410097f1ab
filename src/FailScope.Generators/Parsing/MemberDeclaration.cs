using FailScope.Generators.PriceLists;
using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>A property that carries one of the catalog's attributes.</summary>
internal abstract class MemberDeclaration(MemberKind kind, PropertyDeclarationSyntax syntax, AttributeSyntax attribute)
{
    internal MemberKind Kind { get; } = kind;

    internal PropertyDeclarationSyntax Syntax { get; } = syntax;

    internal AttributeSyntax Attribute { get; } = attribute;

    internal string Name => Syntax.Identifier.ValueText;

    /// <summary>Whether it has the shape that an implementation can be written for: static, partial, a getter without a body.</summary>
    internal bool CanBeImplemented { get; set; }

    /// <summary>The declared type, where it is not the one that the attribute asks for.</summary>
    internal ITypeSymbol? WrongType { get; set; }

    /// <summary>Why it cannot be used; null when it can.</summary>
    internal string? BrokenBecause { get; private set; }

    /// <summary>Marks it as unusable. The first reason is kept: the later ones mostly follow from it.</summary>
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

    /// <summary>Has no expression if the credential does not share an account.</summary>
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

    /// <summary>Indexed by <see cref="Price"/>. What is declared but no price has an expression and no value.</summary>
    internal Value<decimal?>[] Prices { get; } = new Value<decimal?>[PriceCount];

    internal Value<bool?> Free { get; set; }

    internal Value<long?> ContextWindow { get; set; }

    internal Value<long?> MaxOutputTokens { get; set; }

    internal Value<ModelCapabilities?> Capabilities { get; set; }

    /// <summary>Null where it is not declared, or is blank.</summary>
    internal Value<string> EmbeddingSpace { get; set; }

    /// <summary>Whether what is not declared is to come from a price list.</summary>
    internal Value<bool?> FromPriceList { get; set; }

    /// <summary>What the project's price lists say about it.</summary>
    internal PriceListAnswer Listed { get; private set; }

    /// <summary>The facts that were taken from the list, in words, for its documentation; empty where none was.</summary>
    internal List<string> TakenFromList { get; } = [];

    /// <summary>Whether it costs nothing.</summary>
    internal bool IsFree
    {
        get
        {
            // A mistaken price is no reason to call a model free: it counts as one that is not 0.
            var prices = new decimal?[PriceCount];
            for (int i = 0; i < PriceCount; i++)
            {
                prices[i] = Prices[i].Expression is null ? Prices[i].Content : Prices[i].Content ?? -1;
            }

            // Nor is a list that knows of a price without a property here, or of one that is decided with each request.
            bool listsAPrice = FromPriceList.Content == true && Listed.Model is { IsFree: false };
            return Freeness.IsFree(Free.Content, prices, Id.Content) && (Free.Content == true || !listsAPrice);
        }
    }

    /// <summary>Takes note of what the lists say, and takes what is not declared from there if the declaration asks for it.</summary>
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
    /// <summary>As written, with the broken and the repeated ones.</summary>
    internal List<Reference<ModelDeclaration>> References { get; } = [];

    /// <summary>What the chain really tries: each model that is sound, once.</summary>
    internal List<ModelDeclaration> Models { get; } = [];

    internal Value<LossOf> Survives { get; set; }

    internal Value<ModelCapabilities> Requires { get; set; }
}
