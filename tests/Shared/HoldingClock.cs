namespace FailScope.TestSupport;

/// <summary>
/// A fixed clock that can block one thread when it reads the time. A memory reads the time while it holds its lock, so other code that runs
/// in the meantime must not need that lock.
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

    /// <summary>Runs some code while other code is blocked reading the time.</summary>
    /// <param name="heldUp">The code that reads the time.</param>
    /// <param name="meanwhile">The code that must complete although the other is blocked.</param>
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

            // A limit that is reached only if the test fails.
            await Task.Run(meanwhile).WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            _goesOn.SetResult();
            await waiting;
        }
    }
}
