namespace FailScope.Testing;

/// <summary>The calls that arrived, in order.</summary>
internal sealed class CallLog
{
    private readonly List<FakeCall> _calls = [];
    private TaskCompletionSource _changed = NewSignal();
    private int _started;

    internal IReadOnlyList<FakeCall> All
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    internal void Add(FakeCall call)
    {
        lock (_calls)
        {
            _calls.Add(call);
            call.Number = _calls.Count;
        }
    }

    /// <summary>Records that a reply has started, including its delay.</summary>
    internal void ReplyStarted()
    {
        lock (_calls)
        {
            _started++;
            _changed.TrySetResult();
            _changed = NewSignal();
        }
    }

    internal async Task WaitAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_calls)
            {
                if (_started >= count)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal void Clear()
    {
        lock (_calls)
        {
            _calls.Clear();
            _started = 0;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
