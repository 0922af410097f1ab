using System.Diagnostics.Metrics;

namespace FailScope;

/// <summary>Measures how many cool-downs are in force in the memory of an application, for as long as its services live.</summary>
internal sealed class CooldownGauge : IDisposable
{
    private static readonly ScopeKind[] Kinds = [.. Enum.GetValues<ScopeKind>().Where(kind => kind != ScopeKind.None)];

    private readonly ICooldowns _cooldowns;

    // A meter of its own, of the same name: it goes with the application, while the one of the turns stays.
    private readonly Meter _meter = new(FallbackTelemetry.MeterName);

    public CooldownGauge(ICooldowns cooldowns)
    {
        _cooldowns = cooldowns;
        _meter.CreateObservableGauge("failscope.cooldowns", Measure, "{cooldown}", "Cool-downs in force, of all tenants.");
    }

    public void Dispose() => _meter.Dispose();

    // Every kind each time: one that is missing would keep its last value on a dashboard.
    private Measurement<int>[] Measure()
    {
        Dictionary<ScopeKind, int> inForce = Kinds.ToDictionary(kind => kind, _ => 0);
        foreach (CooldownEntry entry in _cooldowns.EnumerateEntries())
        {
            if (entry.State != CooldownState.Due)
            {
                inForce[entry.Scope.Kind]++;
            }
        }

        return Array.ConvertAll(Kinds, kind => new Measurement<int>(inForce[kind], new KeyValuePair<string, object?>("failscope.scope_kind", kind.ToString())));
    }
}
