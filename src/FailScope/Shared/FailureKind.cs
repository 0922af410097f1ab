#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

internal
#else
namespace FailScope;

/// <summary>
/// What went wrong with a call, as far as fallback is concerned. Which models a kind retires, whether it ends the turn
/// and under which scope key it is remembered is decided in one place, <c>FailureRules</c>.
/// </summary>
/// <remarks>The numbers are part of the contract: they are compiled into catalogs and written to logs. A new kind gets the next one.</remarks>
public
#endif
enum FailureKind
{
    /// <summary>Nothing known fits. Retires the model for the rest of the turn.</summary>
    Unknown = 0,

    /// <summary>The key was refused (401, invalid or revoked key). Retires every model on the credential, free ones included.</summary>
    AuthenticationFailed = 1,

    /// <summary>
    /// The billing account has no credit (402, <c>insufficient_quota</c>). From a priced model: retires the priced models of
    /// the account and spares its free ones. From a free model: the balance is negative, every model of the account goes.
    /// </summary>
    CreditExhausted = 2,

    /// <summary>A spending cap on one key is used up. Like <see cref="CreditExhausted"/>, for the credential alone.</summary>
    KeyBudgetExhausted = 3,

    /// <summary>The account's allowance of free requests is used up. Retires its free models; priced ones live.</summary>
    FreeQuotaExhausted = 4,

    /// <summary>The endpoint cannot be reached (connection refused, DNS, TLS, no route). Retires every model at the provider.</summary>
    ProviderUnreachable = 5,

    /// <summary>Too many requests or tokens in a window (429 with a rate). Retires the model.</summary>
    RateLimited = 6,

    /// <summary>The provider is up but failing (5xx, 529, upstream trouble). Retires the model.</summary>
    Overloaded = 7,

    /// <summary>The attempt's own deadline passed, not the caller's cancellation. Retires the model.</summary>
    Timeout = 8,

    /// <summary>The model does not exist, was decommissioned, or is not offered to this account or region. Retires the model.</summary>
    ModelUnavailable = 9,

    /// <summary>The balance would pay for a smaller request ("can only afford N tokens"). Retires the model.</summary>
    RequestTooExpensive = 10,

    /// <summary>
    /// The prompt is longer than the window. Retires the model and every model whose declared context window is not larger.
    /// </summary>
    ContextLengthExceeded = 11,

    /// <summary>There is no key, or no client can be built. Retires every model on the credential.</summary>
    NotConfigured = 12,

    /// <summary>The provider refused the content. Ends the turn, unless the caller opts in to fall back on it.</summary>
    ContentFiltered = 13,

    /// <summary>The request itself is at fault and would fail anywhere. Ends the turn, unless the caller opts in.</summary>
    InvalidRequest = 14,

    /// <summary>The caller's own token was cancelled. Ends the turn, and no model is to blame.</summary>
    Cancelled = 15,

    /// <summary>
    /// The request is larger than the provider takes (413), or than a limit per minute allows, so that waiting does not help.
    /// Retires the model; a smaller request may pass at once.
    /// </summary>
    RequestTooLarge = 16,

    /// <summary>
    /// The usage window of a plan (five hours, a day, a week, a month) is used up for the whole account. Retires every model of
    /// the account, free ones included, until the window is over.
    /// </summary>
    UsageLimitReached = 17,
}
