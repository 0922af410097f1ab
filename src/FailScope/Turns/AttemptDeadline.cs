using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FailScope;

/// <summary>
/// Cancels an attempt when its time limit is reached. It has one timer, armed for the limit that comes first. It is created only if a
/// limit is set, so that a turn without limits pays nothing.
/// </summary>
/// <remarks>
/// A busy thread pool can run a timer's callback late: after <see cref="Disarm"/>, or even after the next <see cref="Arm"/>. The
/// callback therefore does not rely on being called on time. It checks the clock, and waits again if the current limit has not
/// been reached.
/// </remarks>
internal sealed class AttemptDeadline : IDisposable
{
    // The longest time that every timer accepts: Int32.MaxValue milliseconds.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly CancellationTokenSource _source;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly object _lock = new();
    private AttemptLimit _limit;
    private TimeSpan _allowed;
    private TimeSpan _due;
    private long _armedAt;
    private bool _isArmed;

    internal AttemptDeadline(TimeProvider timeProvider, CancellationToken caller)
    {
        _clock = timeProvider;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _timer = timeProvider.CreateTimer(static state => ((AttemptDeadline)state!).Pass(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cancelled by the caller's token, or when the limit is reached.</summary>
    internal CancellationToken Token => _source.Token;

    /// <summary>Whether the limit was reached before the attempt ended.</summary>
    internal bool HasPassed { get; private set; }

    /// <summary>The limit that was armed last.</summary>
    internal AttemptLimit Limit => _limit;

    /// <summary>Starts waiting for a limit. Replaces any previous one.</summary>
    /// <param name="limit">Which limit it is.</param>
    /// <param name="allowed">The configured time, for the message.</param>
    /// <param name="due">How much of it is left.</param>
    internal void Arm(AttemptLimit limit, TimeSpan allowed, TimeSpan due)
    {
        lock (_lock)
        {
            _limit = limit;
            _allowed = allowed;
            _due = due > TimeSpan.Zero ? due : TimeSpan.Zero;
            _armedAt = _clock.GetTimestamp();
            _isArmed = true;
            _timer.Change(_due, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Stops waiting.</summary>
    internal void Disarm()
    {
        lock (_lock)
        {
            _isArmed = false;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The failure of an attempt that reached its limit.</summary>
    internal Failure ToFailure() => new(FailureKind.Timeout) { Evidence = Describe() };

    /// <summary>The limit that was reached, in words.</summary>
    internal string Describe()
    {
        string time = _allowed.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return _limit switch
        {
            AttemptLimit.Turn => $"the turn's limit of {time} s",
            AttemptLimit.FirstContent => $"no content within {time} s",
            AttemptLimit.Idle => $"nothing more within {time} s",
            _ => $"the attempt's limit of {time} s",
        };
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isArmed = false;
        }

        _timer.Dispose();
        _source.Dispose();
    }

    /// <summary>Throws if a limit is not positive, or is too long for a timer.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    internal static TimeSpan? Validate(TimeSpan? value)
    {
        if (value is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(value));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, Longest, nameof(value));
        }

        return value;
    }

    private void Pass()
    {
        lock (_lock)
        {
            if (!_isArmed)
            {
                return;
            }

            TimeSpan left = _due - _clock.GetElapsedTime(_armedAt);
            if (left > TimeSpan.Zero)
            {
                // This is the callback of an earlier limit, or the timer is ahead of the clock. Rounded up, because a timer counts whole milliseconds.
                _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
                return;
            }

            _isArmed = false;
            HasPassed = true;
        }

        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The attempt ended just before the timer fired.
        }
    }
}
