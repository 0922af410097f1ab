namespace FailScope;

/// <summary>
/// Forgets what is over, from time to time, while anything is remembered. Does not keep the store alive: one that nobody uses any more
/// goes, and takes the timer along.
/// </summary>
internal sealed class CooldownSweeper(Cooldowns store, CooldownOptions options)
{
    private readonly WeakReference<Cooldowns> _store = new(store);
    private readonly TimeProvider _timeProvider = options.TimeProvider;

    // No timer takes more than 49 days.
    private readonly TimeSpan _period = TimeSpan.FromTicks(Math.Min(options.ForgetAfter.Ticks, TimeSpan.TicksPerDay));
    private ITimer? _timer;

    /// <summary>Begins to look, if it does not already. Called under the store's lock.</summary>
    internal void Start()
    {
        if (_timer is null)
        {
            // What the caller's request carries along is none of the timer's business.
            using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
            {
                _timer = _timeProvider.CreateTimer(static state => ((CooldownSweeper)state!).Sweep(), this, _period, _period);
            }
        }
    }

    /// <summary>Stops looking. Called under the store's lock.</summary>
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
