namespace FailScope;

/// <summary>
/// Removes expired data periodically, while anything is remembered. It does not keep the store alive: a store that is no longer used
/// can be collected, together with its timer.
/// </summary>
internal sealed class CooldownSweeper(Cooldowns store, CooldownOptions options)
{
    private readonly WeakReference<Cooldowns> _store = new(store);
    private readonly TimeProvider _timeProvider = options.TimeProvider;

    // A timer accepts at most 49 days.
    private readonly TimeSpan _period = TimeSpan.FromTicks(Math.Min(options.ForgetAfter.Ticks, TimeSpan.TicksPerDay));
    private ITimer? _timer;

    /// <summary>Starts the timer, if it is not running. Called under the store's lock.</summary>
    internal void Start()
    {
        if (_timer is null)
        {
            // The timer must not capture the execution context of the caller's request.
            using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
            {
                _timer = _timeProvider.CreateTimer(static state => ((CooldownSweeper)state!).Sweep(), this, _period, _period);
            }
        }
    }

    /// <summary>Stops the timer. Called under the store's lock.</summary>
    internal void Stop()
    {
        _timer?.Dispose();
        _timer = null;
    }

    private void Sweep()
    {
        if (_store.TryGetTarget(out Cooldowns? store))
        {
            store.Forget();
        }
        else
        {
            Stop();
        }
    }
}
