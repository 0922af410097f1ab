#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

[System.Flags]
internal
#else
namespace FailScope;

/// <summary>
/// Single outages that a fallback chain can promise to survive. Flags combine promises, not outages:
/// <c>LossOf.Credit | LossOf.Provider</c> promises to survive any one empty account, and any one lost provider.
/// </summary>
[Flags]
public
#endif
enum LossOf
{
    /// <summary>No promise.</summary>
    None = 0,

    /// <summary>Any one billing account runs out of credit: its priced models are gone, its free models answer.</summary>
    Credit = 1,

    /// <summary>Any one key dies: every model on it is gone.</summary>
    Credential = 2,

    /// <summary>Any one provider cannot be reached: every model there is gone.</summary>
    Provider = 4,

    /// <summary>Any one model is gone.</summary>
    Model = 8,

    /// <summary>Any one account's allowance of free requests is used up: its free models are gone.</summary>
    FreeQuota = 16,
}
