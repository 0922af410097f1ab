namespace FailScope;

/// <summary>
/// A call to one model, started by <see cref="ICooldowns.TryBegin"/>. It contains a stamp, so that a late report can be recognized, and
/// the lease if the call is a probe. A value; report its result once.
/// </summary>
public readonly struct CooldownAttempt
{
    private readonly Model? _model;

    internal CooldownAttempt(FallbackChain chain, Model model, string? tenant, long stamp, ProbeLease? probe)
    {
        Chain = chain;
        _model = model;
        Tenant = tenant;
        Stamp = stamp;
        Probe = probe;
    }

    /// <summary>The model to call.</summary>
    /// <exception cref="InvalidOperationException">The attempt is a default value.</exception>
    public Model Model => _model ?? throw new InvalidOperationException($"This attempt was not begun. Use one that was returned by {nameof(ICooldowns)}.{nameof(ICooldowns.TryBegin)}.");

    /// <summary>The tenant of the request; null if requests have no tenant.</summary>
    public string? Tenant { get; }

    /// <summary>Whether this call is the probe that checks whether a cool-down is over.</summary>
    public bool IsProbe => Probe is not null;

    internal FallbackChain? Chain { get; }

    /// <summary>The last stamp that was given when the call began, see <see cref="CooldownClock"/>.</summary>
    internal long Stamp { get; }

    internal ProbeLease? Probe { get; }

    internal bool IsBegun => _model is not null;
}
