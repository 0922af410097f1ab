namespace FailScope;

/// <summary>Settings for <see cref="Cooldowns"/>. They are copied when the store is created.</summary>
public sealed class CooldownOptions
{
    private readonly Dictionary<FailureKind, CooldownPolicy> _byKind = [];
    private readonly Dictionary<(FailureKind, string), CooldownPolicy> _byCredential = [];
    private readonly Dictionary<(FailureKind, string), CooldownPolicy> _byChain = [];

    /// <summary>Creates options with the default values.</summary>
    public CooldownOptions()
    {
    }

    internal CooldownOptions(CooldownOptions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _byKind = new(other._byKind);
        _byCredential = new(other._byCredential);
        _byChain = new(other._byChain);
        FailWhenAllCooling = other.FailWhenAllCooling;
        ProbeLease = other.ProbeLease;
        ProbeJitter = other.ProbeJitter;
        ForgetAfter = other.ForgetAfter;
        TimeProvider = other.TimeProvider;
    }

    /// <summary>
    /// What happens if every model of a chain is cooling. False (default): the model that recovers first is tried, by one request
    /// at a time. True: the call fails at once. In both cases <see cref="FallbackExhaustedException.RetryAt"/> says when to try again.
    /// </summary>
    public bool FailWhenAllCooling { get; set; }

    /// <summary>How long a probe may take before another request may probe. The default is 2 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than <see cref="CooldownPolicy.Longest"/>.</exception>
    public TimeSpan ProbeLease
    {
        get;
        set => field = Positive(value);
    }

    = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The maximum fraction by which the wait after a failed probe is shortened at random, so that processes do not probe at the same time.
    /// From 0 to 0.5; the default is 0.2.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 0.5.</exception>
    public double ProbeJitter
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0.5);
            field = value;
        }
    }

    = 0.2;

    /// <summary>
    /// How long data is kept after it is over: an expired cool-down that was never probed, the record of a reset, and failures that did
    /// not reach their threshold. The default is one hour.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than <see cref="CooldownPolicy.Longest"/>.</exception>
    public TimeSpan ForgetAfter
    {
        get;
        set => field = Positive(value);
    }

    = TimeSpan.FromHours(1);

    /// <summary>The clock; by default the system clock. The clocks of processes that share cool-downs must agree to within seconds.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    = TimeProvider.System;

    /// <summary>Sets how long failures of a kind are remembered.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="policy">The policy. A null property keeps the default.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The kind is never remembered, or the policy is "until reset" and the kind is not a billing kind.</exception>
    public CooldownOptions Set(FailureKind kind, CooldownPolicy policy)
    {
        Validate(kind, policy);
        _byKind[kind] = policy;
        return this;
    }

    /// <summary>Sets how long failures of a kind are remembered if a model of this credential reports them. Takes precedence over all other settings.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="credential">The credential.</param>
    /// <param name="policy">The policy. A null property is taken from the policy of the chain, then of the kind.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The kind is never remembered, or the policy is "until reset" and the kind is not a billing kind.</exception>
    public CooldownOptions Set(FailureKind kind, Credential credential, CooldownPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(credential);
        Validate(kind, policy);
        _byCredential[(kind, credential.CredentialScope.Value)] = policy;
        return this;
    }

    /// <summary>Sets how long failures of a kind are remembered if a turn of this chain reports them.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="chain">The chain. Chains with the same name count as the same.</param>
    /// <param name="policy">The policy. A null property is taken from the policy of the kind.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The kind is never remembered, or the policy is "until reset" and the kind is not a billing kind.</exception>
    public CooldownOptions Set(FailureKind kind, FallbackChain chain, CooldownPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(chain);
        Validate(kind, policy);
        _byChain[(kind, chain.Name)] = policy;
        return this;
    }

    /// <summary>The policy for a failure, with no value null.</summary>
    internal CooldownPolicy Find(FailureKind kind, Model model, FallbackChain? chain)
    {
        CooldownPolicy policy = CooldownDefaults.For(kind);
        policy = _byKind.TryGetValue(kind, out CooldownPolicy? forKind) ? forKind.Or(policy) : policy;
        policy = chain is not null && _byChain.TryGetValue((kind, chain.Name), out CooldownPolicy? forChain) ? forChain.Or(policy) : policy;
        return _byCredential.TryGetValue((kind, model.Credential.CredentialScope.Value), out CooldownPolicy? forCredential) ? forCredential.Or(policy) : policy;
    }

    private static void Validate(FailureKind kind, CooldownPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (FailureTable.RuleOf(kind).Scope == ScopeKind.None)
        {
            throw new ArgumentException($"{kind} says nothing about the next request, so it is never remembered between turns and cannot be configured here.", nameof(kind));
        }

        if (policy.IsUntilReset == true && !new Failure(kind).IsBilling)
        {
            throw new ArgumentException($"{kind} is not a billing kind, so it cannot be remembered until it is reset. Set a duration.", nameof(policy));
        }
    }

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, CooldownPolicy.Longest);
        return value;
    }
}
