#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

internal
#else
namespace FailScope;

/// <summary>The seven scopes under which a failure can be remembered, one for each scope key type.</summary>
/// <remarks>The numbers are part of the contract: they are stored in attributes of compiled assemblies.</remarks>
public
#endif
enum ScopeKind
{
    /// <summary>No scope. There is no scope key of this kind.</summary>
    None = 0,

    /// <summary>One key at one provider: is it accepted?</summary>
    Credential = 1,

    /// <summary>One billing account: has it credit?</summary>
    Credit = 2,

    /// <summary>The spending cap of one key.</summary>
    KeyBudget = 3,

    /// <summary>The allowance of free requests of one billing account.</summary>
    FreeQuota = 4,

    /// <summary>One endpoint: can it be reached?</summary>
    Provider = 5,

    /// <summary>One model id through one credential: does it answer?</summary>
    Model = 6,

    /// <summary>The usage limit of the plan of one billing account.</summary>
    UsageLimit = 7,
}
