using System.Collections.Concurrent;

namespace FailScope;

/// <summary>
/// <see cref="ICooldowns"/> in memory. Reading takes no lock and allocates nothing. While nothing is cooling, it takes a few
/// nanoseconds, whatever the number of tenants. Processes share cool-downs through <see cref="ReplicateWith"/>.
/// </summary>
public sealed partial class Cooldowns : ICooldowns
{
    private readonly CooldownOptions _options;
    private readonly CooldownClock _clock;

    // All writes use one lock: failures are rare, and each one needs little work. A walk over all tenants takes it once per tenant.
    private readonly object _lock = new();
    private readonly CooldownCells _forAll = new(null);
    private readonly CooldownCells _withoutTenant = new(null);
    private readonly ConcurrentDictionary<string, CooldownCells> _tenants = new(StringComparer.Ordinal);
    private volatile bool _isCooling;
    private volatile bool _isStruck;

    /// <summary>Creates an empty store.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    public Cooldowns(CooldownOptions? options = null)
    {
        _options = new CooldownOptions(options ?? new CooldownOptions());
        _clock = new CooldownClock(_options.TimeProvider);
        _keyHasher = new KeyHasher();
        _sweeper = new CooldownSweeper(this, _options);
    }

    /// <inheritdoc/>
    public FallbackState RemoveCooling(FallbackState state, string? tenant = null) =>
        _isCooling && state.Chain is { } chain ? RemoveCooling(state, chain, tenant) : state;

    /// <inheritdoc/>
    public bool TryBegin(ref FallbackState state, out CooldownAttempt attempt, string? tenant = null)
    {
        while (state.TryGetNext(out Model? model))
        {
            // Read before the snapshot, so that everything that is remembered afterwards has a newer stamp than the attempt.
            long stamp = _clock.Last;
            ProbeLease? probe = null;
            if (!_isCooling || MayBegin(state, tenant, ref stamp, out probe))
            {
                attempt = new CooldownAttempt(state.Chain!, model, tenant, stamp, probe);
                return true;
            }

            state = state.WithoutNext();
        }

        attempt = default;
        return false;
    }

    private FallbackState RemoveCooling(FallbackState state, FallbackChain chain, string? tenant)
    {
        ChainCooldowns? forAll = _forAll.Snapshot?.Of(chain);
        ChainCooldowns? own = CellsOf(tenant)?.Snapshot?.Of(chain);
        if (forAll is null && own is null)
        {
            return state;
        }

        long now = _clock.Now;
        FallbackState left = forAll?.RemoveCooling(state, now) ?? state;
        left = own?.RemoveCooling(left, now) ?? left;
        return left.IsEmpty && !state.IsEmpty && !_options.FailWhenAllCooling ? KeepSoonest(state, left, forAll, own) : left;
    }

    // Every model is cooling: keep the one that recovers first, unless only a reset ends its cool-down.
    private static FallbackState KeepSoonest(FallbackState state, FallbackState none, ChainCooldowns? forAll, ChainCooldowns? own)
    {
        int soonest = -1;
        long best = CooldownEvidence.UntilReset;
        for (int position = state.NextPosition(0); position >= 0; position = state.NextPosition(position + 1))
        {
            long recovers = Math.Max(RecoveryOf(position, forAll), RecoveryOf(position, own));
            if (recovers < best)
            {
                best = recovers;
                soonest = position;
            }
        }

        return soonest < 0 ? none : state.Only(soonest);
    }

    private static long RecoveryOf(int position, ChainCooldowns? cooldowns)
    {
        long recovers = 0;
        for (int i = 0; i < cooldowns?.Count; i++)
        {
            if (cooldowns.Concerns(position, i))
            {
                recovers = Math.Max(recovers, cooldowns.Entry(i).UntilTicks);
            }
        }

        return recovers;
    }

    private CooldownCells? CellsOf(string? tenant) =>
        tenant is null ? _withoutTenant : _tenants.TryGetValue(tenant, out CooldownCells? cells) ? cells : null;
}
