using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Parsing;

/// <summary>
/// Why a catalog or a member cannot be what it says. The analyzers turn each into a diagnostic. What the compiler reports
/// itself (an argument that is missing, is no constant or has the wrong type) breaks a member without a problem.
/// </summary>
internal enum CatalogProblemKind
{
    /// <summary>The class, or one around it, is not partial, or it is local to its file. Arguments: the type's name, what is wrong.</summary>
    ClassShape,

    /// <summary>The property is not <c>static partial</c> with a getter alone and of the attribute's type. Arguments: name, what is wrong.</summary>
    MemberShape,

    /// <summary>An attribute's argument is null or empty. Arguments: member, argument.</summary>
    MissingValue,

    /// <summary>A reference to nothing. Arguments: member, kind wanted, name, nearest name or empty.</summary>
    UnknownReference,

    /// <summary>A reference to a member of another kind. Arguments: member, kind wanted, name, kind found.</summary>
    WrongKindOfReference,

    /// <summary>A reference to a member of another class. Arguments: member, kind wanted, name, the other class.</summary>
    ForeignReference,

    /// <summary>The address is not an absolute http or https URI. Arguments: member, address.</summary>
    Endpoint,

    /// <summary>A price that is negative, not finite, or beyond what a decimal holds. Arguments: member, price's name, value.</summary>
    Price,

    /// <summary>A number of tokens below 1. Arguments: member, argument, value.</summary>
    TokenCount,

    /// <summary>A chain without a model. Arguments: member.</summary>
    EmptyChain,

    /// <summary>A chain lists a model twice. Arguments: chain, model.</summary>
    DuplicateInChain,

    /// <summary>The account is kept by another provider than the credential's. Arguments: credential, account, its provider.</summary>
    AccountOfOtherProvider,

    /// <summary>A member is called <c>Catalog</c>, the name of the generated property. Arguments: member.</summary>
    ReservedName,
}

/// <summary>A problem and where it stands.</summary>
internal sealed record CatalogProblem(CatalogProblemKind Kind, SyntaxNodeOrToken Where, params object[] Arguments);
