using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace FailScope.Extensions.AI.Tests;

public sealed class CooldownGaugeTests
{
    [Fact]
    public async Task A_collection_counts_all_tenants_and_does_not_wait_for_a_request_that_writes()
    {
        const int Tenants = 1_234;
        var clock = new HoldingClock(DateTimeOffset.UnixEpoch);
        var cooldowns = new Cooldowns(new CooldownOptions { TimeProvider = clock });
        for (int i = 0; i < Tenants; i++)
        {
            string tenant = $"tenant {i}";
            FallbackState state = Shop.All.Start(cooldowns, tenant);
            Assert.True(cooldowns.TryBegin(ref state, out CooldownAttempt attempt, tenant));
            cooldowns.Failed(attempt, new Failure(FailureKind.CreditExhausted));
        }

        using var gauge = new CooldownGauge(cooldowns);
        var measured = new ConcurrentQueue<(object? Kind, int Count)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "failscope.cooldowns")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, count, tags, _) => measured.Enqueue((tags[0].Value, count)));
        listener.Start();
        await clock.WhileHeldUpAsync(() => cooldowns.Reset(Shop.Main.CreditScope), () =>
        {
            listener.RecordObservableInstruments();
            return Task.CompletedTask;
        });

        // Gauges of applications in other tests may be measured too.
        Assert.Contains(("Credit", Tenants), measured);
        Assert.Contains(("Model", 0), measured);
    }
}
