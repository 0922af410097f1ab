namespace FailScope;

/// <summary>
/// The memory between turns: which scopes failed, why, and until when their models are left out of new turns. The failure
/// table decides which scope a failure is remembered under and which models that retires.
/// </summary>
/// <remarks>
/// <para>A failure is remembered for one tenant: an empty balance of one customer says nothing about another's. Provider scopes
/// are the exception: an endpoint that cannot be reached cannot be reached by anyone, so they count for all tenants.</para>
/// <para>When a cool-down has run out, one request goes first, as the probe; the others pass the model over until it reports
/// back. An answer ends the cool-down, a failure makes it longer. Nothing is sent that no caller asked for.</para>
/// <para>All members are safe to call from many threads.</para>
/// </remarks>
/// <example>
/// <code>
/// FallbackState state = Models.Chat.Start(cooldowns, tenant);
/// while (cooldowns.TryBegin(ref state, out CooldownAttempt attempt, tenant))
/// {
///     try
///     {
///         string answer = await SendAsync(attempt.Model, cancellationToken);
///         cooldowns.Answered(attempt);
///         return answer;
///     }
///     catch (Exception exception)
///     {
///         Failure failure = FailureClassifier.Classify(exception, cancellationToken);
///         cooldowns.Failed(attempt, failure);
///         if (failure.IsTerminal) throw;
///         state = state.After(failure.Kind);
///     }
/// }
/// </code>
/// </example>
public interface ICooldowns
{
    /// <summary>Removes the models that are cooling down from a turn that begins, see <see cref="FallbackChain.Start(ICooldowns, string?, ModelCapabilities)"/>.</summary>
    /// <param name="state">What the chain has for the request.</param>
    /// <param name="tenant">Whose request it is; null where all requests are one tenant's.</param>
    /// <returns>
    /// The models that are left. A model whose cool-down has run out is among them: <see cref="TryBegin"/> decides who probes it.
    /// Where every model is cooling, the one that recovers soonest is left, or none, see <see cref="CooldownOptions.FailWhenAllCooling"/>.
    /// </returns>
    FallbackState RemoveCooling(FallbackState state, string? tenant = null);

    /// <summary>
    /// Begins an attempt at the next model of a turn. Models that began to cool since the turn started, and models that
    /// another request is probing, are removed from <paramref name="state"/> and passed over.
    /// </summary>
    /// <param name="state">The turn; changed where models are passed over.</param>
    /// <param name="attempt">The attempt, to be handed to <see cref="Answered"/> or <see cref="Failed"/>.</param>
    /// <param name="tenant">Whose request it is; the same as at the start.</param>
    /// <returns>Whether there is a model to call.</returns>
    bool TryBegin(ref FallbackState state, out CooldownAttempt attempt, string? tenant = null);

    /// <summary>The attempt's model answered. Ends the cool-downs that kept the model away, if they are not newer than the attempt.</summary>
    /// <param name="attempt">What <see cref="TryBegin"/> gave.</param>
    /// <exception cref="ArgumentException">The attempt is a default value.</exception>
    void Answered(in CooldownAttempt attempt);

    /// <summary>
    /// The attempt failed. Remembers what the failure table says is to be remembered; a failure that is the request's own fault
    /// or the caller's cancellation only gives a probe back. A failure of a call that began before the current cool-down is ignored.
    /// </summary>
    /// <param name="attempt">What <see cref="TryBegin"/> gave.</param>
    /// <param name="failure">What went wrong.</param>
    /// <exception cref="ArgumentException">The attempt is a default value.</exception>
    void Failed(in CooldownAttempt attempt, Failure failure);

    /// <summary>Ends the cool-downs under a scope key: the account was topped up, the key was exchanged, the provider is back.</summary>
    /// <param name="scope">The key. A provider's counts for all tenants, whichever is given.</param>
    /// <param name="tenant">Whose; null for requests without a tenant.</param>
    /// <returns>Whether anything was cooling under it.</returns>
    bool Reset(IScopeKey scope, string? tenant = null);

    /// <summary>Ends the cool-downs under a scope key for every tenant.</summary>
    /// <param name="scope">The key.</param>
    /// <returns>Whether anything was cooling under it.</returns>
    bool ResetForAllTenants(IScopeKey scope);

    /// <summary>
    /// Tells which key a credential has now. If it is another than before, what is remembered of the old key (refused, budget
    /// spent) ends. The key itself is not kept, only a keyed hash of it.
    /// </summary>
    /// <param name="credential">The credential.</param>
    /// <param name="key">The key as it is configured.</param>
    /// <param name="tenant">Whose key it is; null for requests without a tenant.</param>
    /// <returns>Whether the key is another than before.</returns>
    bool ObserveKey(Credential credential, string key, string? tenant = null);

    /// <summary>Everything that is remembered at this moment, for an operations page; in the order of tenants and keys.</summary>
    IReadOnlyList<CooldownEntry> GetEntries();

    /// <summary>What is remembered at this moment that retires a model of the chain, the longest first.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="tenant">Whose; null for requests without a tenant.</param>
    IReadOnlyList<CooldownEntry> GetEntries(FallbackChain chain, string? tenant = null);
}
