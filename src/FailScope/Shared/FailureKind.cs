#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

internal
#else
namespace FailScope;

/// <summary>
/// Why a call failed, as far as it matters for fallback. Which models a kind retires, whether it ends the turn,
/// and under which scope key it is remembered is defined in one place, <c>FailureRules</c>.
/// </summary>
/// <remarks>The numbers are part of the public contract: they are compiled into catalogs and written to logs. A new kind gets the next number.</remarks>
public
#endif
enum FailureKind
{
    /// <summary>The failure is not recognized. Retires the model for the rest of the turn.</summary>
    Unknown = 0,

    /// <summary>The key was rejected (401, invalid or revoked key). Retires every model on the credential, including free ones.</summary>
    AuthenticationFailed = 1,

    /// <summary>
    /// The billing account has no credit (402, <c>insufficient_quota</c>). If a priced model failed, this retires the priced models of
    /// the account, but not its free ones. If a free model failed, the balance is negative, and every model of the account is retired.
    /// </summary>
    CreditExhausted = 2,

    /// <summary>The spending limit of one key is reached. Like <see cref="CreditExhausted"/>, but only for the credential.</summary>
    KeyBudgetExhausted = 3,

    /// <summary>The account's quota of free requests is used up. Retires its free models, but not its priced ones.</summary>
    FreeQuotaExhausted = 4,

    /// <summary>The endpoint cannot be reached (connection refused, DNS, TLS, no route). Retires every model at the provider.</summary>
    ProviderUnreachable = 5,

    /// <summary>Too many requests or tokens in a window (429 with a rate). Retires the model.</summary>
    RateLimited = 6,

    /// <summary>The provider can be reached but fails (5xx, 529, upstream errors). Retires the model.</summary>
    Overloaded = 7,

    /// <summary>The time limit of the attempt was reached; the caller did not cancel. Retires the model.</summary>
    Timeout = 8,

    /// <summary>The model does not exist, was decommissioned, or is not available to this account or region. Retires the model.</summary>
    ModelUnavailable = 9,

    /// <summary>The balance is too low for this request but not for a smaller one ("can only afford N tokens"). Retires the model.</summary>
    RequestTooExpensive = 10,

    /// <summary>
    /// The prompt is longer than the context window. Retires the model and every model whose declared context window is not larger.
    /// </summary>
    ContextLengthExceeded = 11,

    /// <summary>There is no key, or the client cannot be created. Retires every model on the credential.</summary>
    NotConfigured = 12,

    /// <summary>The provider rejected the content. Ends the turn, unless the caller opts in to fall back.</summary>
    ContentFiltered = 13,

    /// <summary>The request itself is invalid and would fail with any model. Ends the turn, unless the caller opts in to fall back.</summary>
    InvalidRequest = 14,

    /// <summary>The caller's own token was cancelled. Ends the turn; no model has failed.</summary>
    Cancelled = 15,

    /// <summary>
    /// The request is larger than the provider accepts (413), or than a per-minute limit allows, so that waiting does not help.
    /// Retires the model; a smaller request may succeed at once.
    /// </summary>
    RequestTooLarge = 16,

    /// <summary>
    /// The usage limit of a plan (per five hours, day, week or month) is reached for the whole account. Retires every model of
    /// the account, including free ones, until the window ends.
    /// </summary>
    UsageLimitReached = 17,
}
