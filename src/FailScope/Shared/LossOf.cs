#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

[System.Flags]
internal
#else
namespace FailScope;

/// <summary>
/// The outages that a fallback chain can survive. Combined flags are checked one by one, not together:
/// <c>LossOf.Credit | LossOf.Provider</c> means the empty credit of any one account, and the loss of any one provider.
/// </summary>
[Flags]
public
#endif
enum LossOf
{
    /// <summary>No outage.</summary>
    None = 0,

    /// <summary>Any one billing account runs out of credit: its priced models are lost, its free models are not.</summary>
    Credit = 1,

    /// <summary>Any one API key is lost, with every model on it.</summary>
    Credential = 2,

    /// <summary>Any one provider cannot be reached: every model there is lost.</summary>
    Provider = 4,

    /// <summary>Any one model is lost.</summary>
    Model = 8,

    /// <summary>Any one account's quota of free requests is used up: its free models are lost.</summary>
    FreeQuota = 16,

    /// <summary>Any one account's plan has reached its usage limit: every model of the account is lost, including free ones.</summary>
    UsageLimit = 32,
}
