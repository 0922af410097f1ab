using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;
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

    /// <summary>The names whose meaning was asked of the compiler. All else was read from syntax, and depends on these files alone.</summary>
    internal HashSet<string> BoundNames { get; } = new(StringComparer.Ordinal);
}

/// <summary>The five kinds of catalog member.</summary>
internal enum MemberKind
{
    Provider,
    BillingAccount,
    Credential,
    Model,
    FallbackChain,
}

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

    /// <summary>Why it cannot be what it says; null when it can.</summary>
    internal string? BrokenBecause { get; set; }
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

    /// <summary>Without an expression where the credential has an account of its own.</summary>
    internal Reference<AccountDeclaration> Account { get; set; }

    internal Value<string> EnvironmentVariable { get; set; }
}

internal sealed class ModelDeclaration(PropertyDeclarationSyntax syntax, AttributeSyntax attribute)
    : MemberDeclaration(MemberKind.Model, syntax, attribute)
{
    internal const int PriceCount = (int)Price.UsdPerSearch + 1;

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

    /// <summary>Whether it costs nothing.</summary>
    internal bool IsFree
    {
        get
        {
            // A mistaken price is no reason to call a model free: it counts as one that is not 0.
            var prices = new decimal?[PriceCount];
            for (int i = 0; i < PriceCount; i++)
            {
                prices[i] = Prices[i].Expression is null ? null : Prices[i].Content ?? -1;
            }

            return Freeness.IsFree(Free.Content, prices, Id.Content);
        }
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

/// <summary>An argument of an attribute: where it stands, and what it says.</summary>
/// <param name="Expression">Null where it is not given.</param>
/// <param name="Content">The default where it is not given, or is not of the right type.</param>
internal readonly record struct Value<T>(ExpressionSyntax? Expression, T? Content);

/// <summary>An argument that names another member of the catalog.</summary>
/// <param name="Expression">Null where it is not given.</param>
/// <param name="Name">The name it says; null where it is no constant text.</param>
/// <param name="Target">The member; null where there is none of that name and kind.</param>
internal readonly record struct Reference<T>(ExpressionSyntax? Expression, string? Name, T? Target)
    where T : MemberDeclaration;
