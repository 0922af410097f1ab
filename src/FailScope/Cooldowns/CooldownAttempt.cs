namespace FailScope;

/// <summary>
/// A call to one model, begun by <see cref="ICooldowns.TryBegin"/>. It carries what tells an early report from a late one, and
/// the lease where the call is a probe. A value; report it once.
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

    /// <summary>Whose request it is; null where all requests are one tenant's.</summary>
    public string? Tenant { get; }

    /// <summary>Whether this call is the one that finds out whether a cool-down is over.</summary>
    public bool IsProbe => Probe is not null;

    internal FallbackChain? Chain { get; }

    /// <summary>The last thing that was remembered when the call began, see <see cref="CooldownClock"/>.</summary>
    internal long Stamp { get; }

    internal ProbeLease? Probe { get; }

    internal bool IsBegun => _model is not null;
}
