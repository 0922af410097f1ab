using FailScope.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.Tests.Cooldowns;

/// <summary>A store with a clock that a test advances, and without randomness.</summary>
internal sealed class CooldownRig
{
    internal static readonly DateTimeOffset Noon = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    internal CooldownRig(Action<CooldownOptions>? configure = null)
    {
        var options = new CooldownOptions { TimeProvider = Clock, ProbeJitter = 0 };
        configure?.Invoke(options);
        Store = new FailScope.Cooldowns(options);
    }

    internal FakeTimeProvider Clock { get; } = new(Noon);

    internal FailScope.Cooldowns Store { get; }

    /// <summary>The names of the models that a turn may call, in order.</summary>
    internal string Alive(FallbackChain? chain = null, string? tenant = null)
    {
        FallbackState state = (chain ?? Shop.All).Start(Store, tenant);
        return state.ToString();
    }

    /// <summary>Begins a call of one model; null if it may not be called.</summary>
    internal CooldownAttempt? Begin(Model model, string? tenant = null)
    {
        FallbackState state = Shop.Catalog.CreateChain(model.Name, Other(model).Name).Start(Store, tenant);
        return Store.TryBegin(ref state, out CooldownAttempt attempt, tenant) && attempt.Model == model ? attempt : null;
    }

    /// <summary>Begins a call of one model in a chain without alternatives.</summary>
    internal CooldownAttempt? BeginAlone(Model model, string? tenant = null)
    {
        FallbackState state = Shop.Catalog.CreateChain(model.Name).Start(Store, tenant);
        return Store.TryBegin(ref state, out CooldownAttempt attempt, tenant) ? attempt : null;
    }

    /// <summary>Makes a call of a model fail.</summary>
    internal void Fail(Model model, FailureKind kind, string? tenant = null) => Fail(model, new Failure(kind), tenant);

    /// <summary>Makes a call of a model fail.</summary>
    internal void Fail(Model model, Failure failure, string? tenant = null) =>
        Store.Failed(Begin(model, tenant) ?? throw new InvalidOperationException($"{model} may not be called."), failure);

    internal void Answer(Model model, string? tenant = null) =>
        Store.Answered(Begin(model, tenant) ?? throw new InvalidOperationException($"{model} may not be called."));

    // A model that shares no scope with the given one.
    private static Model Other(Model model) => model.Provider == Shop.Direct ? Shop.LargeSpare : Shop.DirectA;
}
