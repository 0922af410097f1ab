#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

[System.Flags]
internal
#else
namespace FailScope;

/// <summary>
/// The single outages that a fallback chain can survive. Flags combine questions, not outages:
/// <c>LossOf.Credit | LossOf.Provider</c> means any one empty account, and any one lost provider, each alone.
/// </summary>
[Flags]
public
#endif
enum LossOf
{
    /// <summary>No outage.</summary>
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

    /// <summary>Any one account's plan has reached its usage limit: every model of the account is gone, free ones included.</summary>
    UsageLimit = 32,
}
