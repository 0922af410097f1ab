namespace FailScope;

/// <summary>
/// The memory between turns: which scopes failed, why, and until when their models are excluded from new turns. The failure
/// table decides under which scope a failure is remembered and which models this retires.
/// </summary>
/// <remarks>
/// <para>A failure is remembered for one tenant, because the empty balance of one customer says nothing about another's. Provider scopes
/// are an exception: an unreachable endpoint is unreachable for everyone, so they apply to all tenants.</para>
/// <para>When a cool-down has expired, one request tries the model first, as the probe. Other requests skip the model until the probe
/// reports its result. A success ends the cool-down, a failure extends it. No request is sent that no caller asked for.</para>
/// <para>All members are thread-safe.</para>
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
    /// <summary>Removes the cooling models from a new turn, see <see cref="FallbackChain.Start(ICooldowns, string?, ModelCapabilities)"/>.</summary>
    /// <param name="state">The models that the chain has for the request.</param>
    /// <param name="tenant">The tenant of the request; null if requests have no tenant.</param>
    /// <returns>
    /// The models that are left. They include a model whose cool-down has expired: <see cref="TryBegin"/> decides who probes it.
    /// If every model is cooling, the one that recovers first is left, or none, see <see cref="CooldownOptions.FailWhenAllCooling"/>.
    /// </returns>
    FallbackState RemoveCooling(FallbackState state, string? tenant = null);

    /// <summary>
    /// Starts an attempt with the next model of a turn. Models that have started to cool since the turn began, and models that
    /// another request is probing, are skipped and removed from <paramref name="state"/>.
    /// </summary>
    /// <param name="state">The turn; changed if models are skipped.</param>
    /// <param name="attempt">The attempt, to be passed to <see cref="Answered"/> or <see cref="Failed"/>.</param>
    /// <param name="tenant">The tenant of the request, the same as at the start.</param>
    /// <returns>Whether there is a model to call.</returns>
    bool TryBegin(ref FallbackState state, out CooldownAttempt attempt, string? tenant = null);

    /// <summary>Reports that the attempt's model answered. Ends the cool-downs that blocked the model, unless they are newer than the attempt.</summary>
    /// <param name="attempt">The attempt from <see cref="TryBegin"/>.</param>
    /// <exception cref="ArgumentException">The attempt is a default value.</exception>
    void Answered(in CooldownAttempt attempt);

    /// <summary>
    /// Reports that the attempt failed. The failure is remembered as the failure table says. If the request itself was at fault or the
    /// caller cancelled, this only releases a probe's lease. A failure of a call that began before the current cool-down is ignored.
    /// </summary>
    /// <param name="attempt">The attempt from <see cref="TryBegin"/>.</param>
    /// <param name="failure">The failure.</param>
    /// <exception cref="ArgumentException">The attempt is a default value.</exception>
    void Failed(in CooldownAttempt attempt, Failure failure);

    /// <summary>Ends the cool-downs under a scope key, because the account was topped up, the API key was replaced, or the provider is back.</summary>
    /// <param name="scope">The scope key. A provider's key applies to all tenants, whatever tenant is given.</param>
    /// <param name="tenant">The tenant; null for requests without a tenant.</param>
    /// <returns>Whether anything was cooling under it.</returns>
    bool Reset(IScopeKey scope, string? tenant = null);

    /// <summary>Ends the cool-downs under a scope key for all tenants.</summary>
    /// <param name="scope">The scope key.</param>
    /// <returns>Whether anything was cooling under it.</returns>
    bool ResetForAllTenants(IScopeKey scope);

    /// <summary>
    /// Tells the memory which API key a credential has now. If it differs from the previous one, failures of the old key (rejected, budget
    /// exhausted) are ended. The key itself is not kept, only a keyed hash of it.
    /// </summary>
    /// <param name="credential">The credential.</param>
    /// <param name="key">The API key as configured.</param>
    /// <param name="tenant">The tenant that uses the key; null for requests without a tenant.</param>
    /// <returns>Whether the key has changed.</returns>
    bool ObserveKey(Credential credential, string key, string? tenant = null);

    /// <summary>
    /// Everything that is remembered at this moment, for an operations page, ordered by tenant and scope key. Copies and sorts the memory of
    /// all tenants; where there are thousands, use <see cref="EnumerateEntries"/>.
    /// </summary>
    IReadOnlyList<CooldownEntry> GetEntries();

    /// <summary>The cool-downs at this moment that retire a model of the chain, longest first.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="tenant">The tenant; null for requests without a tenant.</param>
    IReadOnlyList<CooldownEntry> GetEntries(FallbackChain chain, string? tenant = null);

    /// <summary>
    /// The cool-downs at this moment under one scope key, longest first. There are at most two: one for the priced models, and one that
    /// includes the free models, see <see cref="CooldownEntry.IncludesFree"/>. Answers questions such as "is this account out of credit?".
    /// </summary>
    /// <param name="scope">The scope key.</param>
    /// <param name="tenant">The tenant; null for requests without a tenant. Ignored for the key of a provider, which applies to all tenants.</param>
    /// <remarks>The default implementation goes through <see cref="EnumerateEntries"/>. Override it where a lookup is possible.</remarks>
#pragma warning disable RS0026 // The overloads cannot be confused: no type is both a scope key and a chain.
    IReadOnlyList<CooldownEntry> GetEntries(IScopeKey scope, string? tenant = null)
#pragma warning restore RS0026
    {
        ArgumentNullException.ThrowIfNull(scope);
        return CooldownEntry.LongestFirst(EnumerateEntries().Where(entry => entry.Scope.Value == scope.Value && (entry.IsForAllTenants || entry.Tenant == tenant)));
    }

    /// <summary>
    /// Everything that is remembered, one entry at a time, for metrics and reports over many tenants. The entries of a tenant come one
    /// after the other; apart from that, the order is not defined.
    /// </summary>
    /// <remarks>
    /// Requests do not wait for the enumeration. It may or may not include a change that is made while it runs. The default implementation
    /// uses <see cref="GetEntries()"/>, and so copies everything. Override it where that can be avoided.
    /// </remarks>
    IEnumerable<CooldownEntry> EnumerateEntries() => GetEntries();
}
