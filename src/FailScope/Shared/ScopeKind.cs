#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

internal
#else
namespace FailScope;

/// <summary>The seven scopes under which a failure can be remembered, one for each scope key type.</summary>
/// <remarks>The numbers are part of the public contract: they are stored in attributes of compiled assemblies.</remarks>
public
#endif
enum ScopeKind
{
    /// <summary>No scope. There is no scope key of this kind.</summary>
    None = 0,

    /// <summary>One API key at one provider: is it accepted?</summary>
    Credential = 1,

    /// <summary>The credit of one billing account.</summary>
    Credit = 2,

    /// <summary>The spending limit of one API key.</summary>
    KeyBudget = 3,

    /// <summary>The quota of free requests of one billing account.</summary>
    FreeQuota = 4,

    /// <summary>One endpoint: can it be reached?</summary>
    Provider = 5,

    /// <summary>One model id offered through one credential: is it available?</summary>
    Model = 6,

    /// <summary>The usage limit of one billing account's plan.</summary>
    UsageLimit = 7,
}
