namespace FailScope.Redis.Tests.Soak;

/// <summary>
/// What is broken at the providers at a given time, the same for all nodes. Accounts, keys, quotas, models and providers fail and
/// recover. The last model always answers.
/// </summary>
internal static class World
{
    private const int SlotMilliseconds = 400;

    /// <summary>How a call of the model fails now; null if it answers.</summary>
    internal static Failure? Ask(Model model, string? tenant, DateTimeOffset now)
    {
        long slot = now.ToUnixTimeMilliseconds() / SlotMilliseconds;
        return model == Market.Rest ? null
            : IsBroken("provider", model.Provider.Name, null, slot, 11) ? new Failure(FailureKind.ProviderUnreachable)
            : IsBroken("key", model.Credential.Name, tenant, slot, 9) ? new Failure(FailureKind.AuthenticationFailed) { StatusCode = 401 }
            : !model.IsFree && IsBroken("credit", model.Account.Name, tenant, slot, 4) ? new Failure(FailureKind.CreditExhausted) { StatusCode = 402 }
            : model.IsFree && IsBroken("allowance", model.Account.Name, tenant, slot, 5)
                ? new Failure(FailureKind.FreeQuotaExhausted) { StatusCode = 429, RetryAfter = TimeSpan.FromMilliseconds(300) }
            : IsBroken("rate", model.Name, tenant, slot, 6) ? new Failure(FailureKind.RateLimited) { StatusCode = 429 }
            : null;
    }

    private static bool IsBroken(string what, string name, string? tenant, long slot, int oneIn) =>
        (uint)(string.GetHashCode(what + name + tenant, StringComparison.Ordinal) ^ (slot * 0x9E3779B1)) % 8191 % oneIn == 0;
}
