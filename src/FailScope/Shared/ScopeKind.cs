#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

internal
#else
namespace FailScope;

/// <summary>The six scopes under which a failure can be remembered, one for each scope key type.</summary>
public
#endif
enum ScopeKind
{
    /// <summary>One key at one provider: is it accepted?</summary>
    Credential = 0,

    /// <summary>One billing account: has it credit?</summary>
    Credit,

    /// <summary>The spending cap of one key.</summary>
    KeyBudget,

    /// <summary>The allowance of free requests of one billing account.</summary>
    FreeQuota,

    /// <summary>One endpoint: can it be reached?</summary>
    Provider,

    /// <summary>One model id through one credential: does it answer?</summary>
    Model,
}
