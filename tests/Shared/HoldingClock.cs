namespace FailScope.TestSupport;

/// <summary>
/// A clock that stands still, and that can hold up one thread which asks for the time. A memory asks for it while it holds its lock: what is done
/// meanwhile must not need that lock.
/// </summary>
internal sealed class HoldingClock(DateTimeOffset now) : TimeProvider
{
    private readonly ThreadLocal<bool> _isHeldUp = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goesOn = new();

    public override DateTimeOffset GetUtcNow()
    {
        if (_isHeldUp.Value)
        {
            _asked.TrySetResult();
            _goesOn.Task.Wait();
        }

        return now;
    }

    /// <summary>Does something while something else waits for the time.</summary>
    /// <param name="heldUp">Asks for the time.</param>
    /// <param name="meanwhile">Must come to an end although the other does not.</param>
    internal async Task WhileHeldUpAsync(Action heldUp, Func<Task> meanwhile)
    {
        Task waiting = Task.Factory.StartNew(
            () =>
            {
                _isHeldUp.Value = true;
                heldUp();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            await await Task.WhenAny(_asked.Task, waiting);
            if (!_asked.Task.IsCompleted)
            {
                throw new InvalidOperationException("It did not ask for the time.");
            }

            // A limit that only a failure reaches.
            await Task.Run(meanwhile).WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            _goesOn.SetResult();
            await waiting;
        }
    }
}
