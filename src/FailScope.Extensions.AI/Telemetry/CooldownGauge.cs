using System.Diagnostics.Metrics;

namespace FailScope;

/// <summary>Measures how many cool-downs are active in the memory of an application, while its services exist.</summary>
internal sealed class CooldownGauge : IDisposable
{
    private static readonly ScopeKind[] Kinds = [.. Enum.GetValues<ScopeKind>().Where(kind => kind != ScopeKind.None)];

    private readonly ICooldowns _cooldowns;

    // A separate meter with the same name. It is disposed with the application; the meter of the turns stays.
    private readonly Meter _meter = new(FallbackTelemetry.MeterName);

    public CooldownGauge(ICooldowns cooldowns)
    {
        _cooldowns = cooldowns;
        _meter.CreateObservableGauge("failscope.cooldowns", Measure, "{cooldown}", "Active cool-downs of all tenants.");
    }

    public void Dispose() => _meter.Dispose();

    // Always reports all kinds: if a kind were missing, a dashboard would keep showing its last value.
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
