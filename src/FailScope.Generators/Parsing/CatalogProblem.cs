using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Parsing;

/// <summary>
/// An error in a catalog or a member. The analyzers turn each into a diagnostic. An error that the compiler reports (an argument
/// that is missing, not constant or of the wrong type) makes a member unusable without a problem of its own.
/// </summary>
internal enum CatalogProblemKind
{
    /// <summary>
    /// The class or a containing type is not partial, or is file-local. Arguments: the type's name, what is wrong.
    /// </summary>
    ClassShape,

    /// <summary>
    /// The property is not <c>static partial</c> with only a getter and the attribute's type. Arguments: name, what is wrong.
    /// </summary>
    MemberShape,

    /// <summary>An attribute's argument is null or empty. Arguments: member, argument.</summary>
    MissingValue,

    /// <summary>A reference to an undeclared member. Arguments: member, expected kind, name, nearest name or empty.</summary>
    UnknownReference,

    /// <summary>A reference to a member of another kind. Arguments: member, expected kind, name, actual kind.</summary>
    WrongKindOfReference,

    /// <summary>A reference to a member of another class. Arguments: member, expected kind, name, the other class.</summary>
    ForeignReference,

    /// <summary>The address is not an absolute http or https URI. Arguments: member, address.</summary>
    Endpoint,

    /// <summary>
    /// A price that is negative, not finite, or does not fit a decimal. Arguments: member, price's name, value.
    /// </summary>
    Price,

    /// <summary>A number of tokens below 1. Arguments: member, argument, value.</summary>
    TokenCount,

    /// <summary>A chain without a model. Arguments: member.</summary>
    EmptyChain,

    /// <summary>A chain lists a model twice. Arguments: chain, model.</summary>
    DuplicateInChain,

    /// <summary>
    /// The account belongs to another provider than the credential. Arguments: credential, account, its provider.
    /// </summary>
    AccountOfOtherProvider,

    /// <summary>A member is called <c>Catalog</c>, the name of the generated property. Arguments: member.</summary>
    ReservedName,
}

/// <summary>A problem and its location.</summary>
internal sealed record CatalogProblem(CatalogProblemKind Kind, SyntaxNodeOrToken Where, params object[] Arguments);
