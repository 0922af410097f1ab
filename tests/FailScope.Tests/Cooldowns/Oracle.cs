using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

/// <summary>
/// The rules of the memory, written again over plain lists. Every event is kept, and all of them are searched at every query. Shares
/// no code with the memory.
/// </summary>
internal sealed class Oracle
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private readonly List<Happened> _log = [];
    private readonly List<(string Thing, Call Holder, DateTimeOffset Until)> _leases = [];
    private int _number;

    internal DateTimeOffset Now { get; set; }

    /// <summary>The settings of the store under test.</summary>
    internal static void Configure(CooldownOptions options)
    {
        options.ForgetAfter = TimeSpan.FromDays(300);
        options.ProbeLease = Lease;
        foreach (FailureKind kind in Kinds)
        {
            (int seconds, int longest, int threshold, int window) = Settings(kind);
            options.Set(kind, new CooldownPolicy
            {
                Duration = TimeSpan.FromSeconds(seconds),
                LongestDuration = TimeSpan.FromSeconds(longest),
                LongestHint = TimeSpan.FromSeconds(5000),
                Threshold = threshold,
                Window = TimeSpan.FromSeconds(window),
            });
        }
    }

    internal static FailureKind[] Kinds { get; } =
    [
        FailureKind.AuthenticationFailed, FailureKind.CreditExhausted, FailureKind.KeyBudgetExhausted, FailureKind.FreeQuotaExhausted,
        FailureKind.ProviderUnreachable, FailureKind.RateLimited, FailureKind.Overloaded, FailureKind.Timeout, FailureKind.ModelUnavailable,
    ];

    internal string Alive(Model[] chain, string? tenant) => string.Join(", ", Left(chain, tenant).Select(model => model.Name));

    /// <summary>Begins the next call of a turn that starts now.</summary>
    internal Call? Begin(Model[] chain, string? tenant)
    {
        List<Model> left = Left(chain, tenant);
        foreach (Model model in left)
        {
            string[] things = [.. Cooling(tenant).Where(thing => Hits(thing, model))];
            bool isLast = model == left[^1];
            bool isFree = things.All(thing => !_leases.Exists(lease => lease.Thing == thing && lease.Until > Now));
            bool isDue = things.All(thing => Deadline(thing) <= Now);
            if (isFree && (isDue || isLast))
            {
                var call = new Call(model, tenant, _number, things.Length > 0);
                _leases.RemoveAll(lease => things.Contains(lease.Thing));
                _leases.AddRange(things.Select(thing => (thing, call, Now + Lease)));
                return call;
            }
        }

        return null;
    }

    internal void Answered(Call call)
    {
        foreach (string thing in Cooling(call.Tenant).Where(thing => Hits(thing, call.Model)))
        {
            _log.Add(new Happened(thing, call.Number, IsEnd: true));
            DropLeaseIfOver(thing);
        }

        // A success of a later call removes all failures below the threshold. A success of an earlier call removes the oldest one.
        foreach (string thing in AllThings(call.Model, call.Tenant))
        {
            int[] strikes = [.. _log.Where(happened => happened.Thing == thing && happened.IsStrike).Select(happened => happened.Number).Order()];
            if (strikes.Length > 0)
            {
                int last = call.Number >= strikes[^1] ? strikes[^1] : strikes[0];
                _log.RemoveAll(happened => happened.Thing == thing && happened.IsStrike && happened.Number <= last);
            }
        }

        _leases.RemoveAll(lease => lease.Holder == call);
    }

    internal void Failed(Call call, FailureKind kind, int? hintSeconds, bool isBroken)
    {
        if (Kinds.Contains(kind))
        {
            Remember(call, kind, hintSeconds, Thing(call.Model, kind, call.Tenant));
            if (kind == FailureKind.FreeQuotaExhausted && !call.Model.IsFree)
            {
                Remember(call, kind, hintSeconds, Thing(call.Model, FailureKind.RateLimited, call.Tenant));
            }
        }

        if (isBroken)
        {
            Remember(call, FailureKind.ProviderUnreachable, hintSeconds, Thing(call.Model, FailureKind.ProviderUnreachable, call.Tenant), isBroken: true);
        }

        _leases.RemoveAll(lease => lease.Holder == call);
    }

    internal void Reset(Model model, FailureKind kind, string? tenant)
    {
        string thing = Thing(model, kind, tenant);
        End(thing[..thing.LastIndexOf(' ')]);
    }

    internal void ResetForAll(Model model, FailureKind kind, IEnumerable<string?> tenants)
    {
        _number++;
        foreach (string? tenant in tenants)
        {
            string thing = Thing(model, kind, tenant);
            End(thing[..thing.LastIndexOf(' ')], count: false);
        }
    }

    /// <summary>The memory: tenant, resource, deadline and state.</summary>
    internal IEnumerable<string> Remembered() =>
        _log.Select(happened => happened.Thing).Distinct().Where(thing => Live(thing).Any()).Select(thing => $"{thing} {Deadline(thing):O} {StateOf(thing)}");

    /// <summary>The memory under the scope key of one kind of failure of a model.</summary>
    internal IEnumerable<string> RememberedUnder(Model model, FailureKind kind, string? tenant)
    {
        string thing = Thing(model, kind, tenant);
        string key = thing[..(thing.LastIndexOf(' ') + 1)];
        return Remembered().Where(remembered => remembered.StartsWith(key, StringComparison.Ordinal));
    }

    /// <summary>The name of the resource of a store's entry.</summary>
    internal static string Name(CooldownEntry entry)
    {
        string member = entry.Scope.Value[(entry.Scope.Value.IndexOf('/', StringComparison.Ordinal) + 1)..];
        string free = entry.Scope.Kind is ScopeKind.Credit or ScopeKind.KeyBudget && !entry.IncludesFree ? "priced" : "all";
        return $"{entry.Tenant ?? (entry.Scope.Kind == ScopeKind.Provider ? "*" : "-")} {entry.Scope.Kind} {member} {free} {entry.Until:O} {entry.State}";
    }

    private CooldownState StateOf(string thing) =>
        _leases.Exists(lease => lease.Thing == thing && lease.Until > Now) ? CooldownState.Probing
        : Deadline(thing) <= Now ? CooldownState.Due
        : CooldownState.Cooling;

    private void End(string prefix, bool count = true)
    {
        _number += count ? 1 : 0;
        foreach (string free in (string[])["all", "priced"])
        {
            _log.Add(new Happened($"{prefix} {free}", _number, IsEnd: true));
            DropLeaseIfOver($"{prefix} {free}");
            _log.RemoveAll(happened => happened.Thing == $"{prefix} {free}" && happened.IsStrike);
        }
    }

    // A probe checks whether a cool-down is over. Once that is known, its lease does not affect the next cool-down.
    private void DropLeaseIfOver(string thing)
    {
        if (!Live(thing).Any())
        {
            _leases.RemoveAll(lease => lease.Thing == thing);
        }
    }

    private void Remember(Call call, FailureKind kind, int? hintSeconds, string thing, bool isBroken = false)
    {
        int newest = Live(thing).Select(happened => happened.Number).DefaultIfEmpty(-1).Max();
        int ended = _log.Where(happened => happened.Thing == thing && happened.IsEnd).Select(happened => happened.Number).DefaultIfEmpty(-1).Max();
        if (call.Number < newest || call.Number < ended)
        {
            return;
        }

        (int seconds, int longest, int threshold, int window) = Settings(kind);
        bool isCooling = newest >= 0;
        if (!isCooling && threshold > 1)
        {
            _log.Add(new Happened(thing, ++_number, IsStrike: true, At: Now, Model: call.Model.Name, IsBroken: isBroken));
            _log.RemoveAll(happened => happened.Thing == thing && happened.IsStrike && happened.At <= Now - TimeSpan.FromSeconds(window));
            Happened[] strikes = [.. _log.Where(happened => happened.Thing == thing && happened.IsStrike && (isBroken || !happened.IsBroken))];
            if (isBroken ? strikes.Length < 4 || strikes.Select(strike => strike.Model).Distinct().Count() < 2 : strikes.Length < threshold)
            {
                return;
            }
        }

        _log.RemoveAll(happened => happened.Thing == thing && happened.IsStrike);
        Happened? longestLive = Live(thing).OrderByDescending(happened => happened.Until).ThenByDescending(happened => happened.Number).FirstOrDefault();
        int probes = longestLive is null ? 0 : longestLive.Until <= Now ? longestLive.Probes + 1 : longestLive.Probes;
        double wait = probes > 0 ? Math.Min(seconds * Math.Pow(2, probes), Math.Max(longest, seconds))
            : kind == FailureKind.FreeQuotaExhausted ? (Now.UtcDateTime.Date.AddDays(1) - Now.UtcDateTime).TotalSeconds
            : seconds;
        if (hintSeconds is { } hint)
        {
            wait = probes > 0 ? Math.Max(wait, Math.Min(hint, 5000)) : Math.Min(hint, 5000);
        }

        _log.Add(new Happened(thing, ++_number, Until: Now.AddSeconds(wait), Probes: probes));
    }

    private List<Model> Left(Model[] chain, string? tenant)
    {
        string[] cooling = [.. Cooling(tenant).Where(thing => Deadline(thing) > Now)];
        List<Model> alive = [.. chain.Where(model => !Array.Exists(cooling, thing => Hits(thing, model)))];
        return alive.Count > 0 ? alive
            : [chain.OrderBy(model => Cooling(tenant).Where(thing => Hits(thing, model)).Max(Deadline)).First()];
    }

    private IEnumerable<Happened> Live(string thing)
    {
        int ended = _log.Where(happened => happened.Thing == thing && happened.IsEnd).Select(happened => happened.Number).DefaultIfEmpty(-1).Max();
        return _log.Where(happened => happened.Thing == thing && !happened.IsEnd && !happened.IsStrike && happened.Number > ended);
    }

    private DateTimeOffset Deadline(string thing) => Live(thing).Max(happened => happened.Until);

    private string[] Cooling(string? tenant) =>
        [.. _log.Select(happened => happened.Thing).Distinct().Where(thing => Live(thing).Any() && (thing.StartsWith($"{tenant ?? "-"} ", StringComparison.Ordinal) || thing.StartsWith("* ", StringComparison.Ordinal)))];

    private static string Thing(Model model, FailureKind kind, string? tenant) => kind switch
    {
        FailureKind.AuthenticationFailed => $"{tenant ?? "-"} Credential {model.Credential.Name} all",
        FailureKind.CreditExhausted => $"{tenant ?? "-"} Credit {model.Account.Name} {(model.IsFree ? "all" : "priced")}",
        FailureKind.KeyBudgetExhausted => $"{tenant ?? "-"} KeyBudget {model.Credential.Name} {(model.IsFree ? "all" : "priced")}",
        FailureKind.FreeQuotaExhausted => $"{tenant ?? "-"} FreeQuota {model.Account.Name} all",
        FailureKind.ProviderUnreachable => $"* Provider {model.Provider.Name} all",
        _ => $"{tenant ?? "-"} Model {model.Name} all",
    };

    private static string[] AllThings(Model model, string? tenant) => [.. Kinds.Select(kind => Thing(model, kind, tenant)).Distinct()];

    private static bool Hits(string thing, Model model) => thing.Split(' ') switch
    {
        [_, "Credential", var name, _] => model.Credential.Name == name,
        [_, "Credit", var name, "all"] => model.Account.Name == name,
        [_, "Credit", var name, _] => model.Account.Name == name && !model.IsFree,
        [_, "KeyBudget", var name, "all"] => model.Credential.Name == name,
        [_, "KeyBudget", var name, _] => model.Credential.Name == name && !model.IsFree,
        [_, "FreeQuota", var name, _] => model.Account.Name == name && model.IsFree,
        [_, "Provider", var name, _] => model.Provider.Name == name,
        [_, _, var name, _] => model.Name == name,
        _ => throw new ArgumentException(thing),
    };

    private static (int Seconds, int Longest, int Threshold, int Window) Settings(FailureKind kind) => kind switch
    {
        FailureKind.AuthenticationFailed => (600, 3600, 1, 60),
        FailureKind.CreditExhausted => (300, 2000, 1, 60),
        FailureKind.KeyBudgetExhausted => (200, 900, 1, 60),
        FailureKind.FreeQuotaExhausted => (100, 900, 1, 60),
        FailureKind.ProviderUnreachable => (15, 100, 2, 60),
        FailureKind.RateLimited => (10, 35, 1, 60),
        FailureKind.ModelUnavailable => (1000, 1500, 1, 60),
        _ => (20, 100, 3, 45),
    };

    /// <summary>A call, and the number of events before it began.</summary>
    internal sealed record Call(Model Model, string? Tenant, int Number, bool IsProbe)
    {
        // Two calls with the same values are different calls.
        public bool Equals(Call? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => Number;
    }

    private sealed record Happened(string Thing, int Number, bool IsEnd = false, bool IsStrike = false, DateTimeOffset At = default, DateTimeOffset Until = default, int Probes = 0, string? Model = null, bool IsBroken = false);
}
