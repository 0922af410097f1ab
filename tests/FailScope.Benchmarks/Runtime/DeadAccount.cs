namespace FailScope.Benchmarks.Runtime;

/// <summary>
/// Counts the failing calls of ten thousand turns, one per second, with a chain whose first account is out of credit.
/// </summary>
internal static class DeadAccount
{
    internal const int Turns = 10_000;

    /// <summary>The failing calls with and without memory, and the probes among those with memory.</summary>
    internal static async Task<(int WithMemory, int Probes, int WithoutMemory)> CountAsync()
    {
        var clock = new SteppedClock();
        var cooldowns = new Cooldowns(new CooldownOptions { TimeProvider = clock });
        int probes = 0;
        int withMemory = await PlayAsync(new FallbackOptions { Cooldowns = cooldowns, TimeProvider = clock }, clock, () => probes = Math.Max(probes, cooldowns.GetEntries().Max(entry => entry.FailedProbes)));
        int withoutMemory = await PlayAsync(new FallbackOptions(), clock, static () => { });
        return (withMemory, probes, withoutMemory);
    }

    private static async Task<int> PlayAsync(FallbackOptions options, SteppedClock clock, Action after)
    {
        int wasted = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            await Fleet.Chain.RunAsync(
                (model, _) =>
                {
                    if (model.Account != Fleet.KeyA.Account || model.IsFree)
                    {
                        return Task.FromResult(model.Name);
                    }

                    wasted++;
                    throw new FailedCallException(new Failure(FailureKind.CreditExhausted));
                },
                options);
            clock.Step(TimeSpan.FromSeconds(1));
        }

        after();
        return wasted;
    }

    /// <summary>A clock that is advanced manually.</summary>
    private sealed class SteppedClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        internal void Step(TimeSpan time) => _now += time;
    }
}
