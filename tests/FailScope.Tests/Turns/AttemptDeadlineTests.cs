using Microsoft.Extensions.Time.Testing;

namespace FailScope.Tests.Turns;

/// <summary>The deadline has one timer for the limit that comes first. The clock is advanced manually.</summary>
public sealed class AttemptDeadlineTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(AttemptLimit.Attempt, "the attempt's limit of 2.5 s")]
    [InlineData(AttemptLimit.Turn, "the turn's limit of 2.5 s")]
    [InlineData(AttemptLimit.FirstContent, "no content within 2.5 s")]
    [InlineData(AttemptLimit.Idle, "nothing more within 2.5 s")]
    internal void A_limit_that_was_reached_has_its_own_description(AttemptLimit limit, string words)
    {
        using AttemptDeadline deadline = Armed(limit, 2.5);
        Assert.Equal(limit, deadline.Limit);
        Assert.Equal((FailureKind.Timeout, words), (deadline.ToFailure().Kind, deadline.ToFailure().Evidence));
    }

    [Fact]
    public void The_deadline_passes_when_its_time_is_over_and_not_before()
    {
        using AttemptDeadline deadline = Armed(AttemptLimit.Attempt, 5);
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal((false, false), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal((true, true), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
    }

    [Fact]
    public void Arming_again_replaces_the_previous_limit()
    {
        using AttemptDeadline deadline = Armed(AttemptLimit.FirstContent, 5);
        _clock.Advance(TimeSpan.FromSeconds(4));
        deadline.Arm(AttemptLimit.Idle, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(deadline.HasPassed);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((true, AttemptLimit.Idle), (deadline.HasPassed, deadline.Limit));
    }

    [Fact]
    public void A_limit_is_described_to_the_millisecond()
    {
        using AttemptDeadline deadline = Armed(AttemptLimit.Attempt, 0.0125);
        Assert.Equal("the attempt's limit of 0.013 s", deadline.Describe());
    }

    [Fact]
    public void A_limit_with_no_time_left_passes_at_once_and_describes_its_configured_time()
    {
        using var deadline = new AttemptDeadline(_clock, CancellationToken.None);
        deadline.Arm(AttemptLimit.Turn, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(-1));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((true, "the turn's limit of 8 s"), (deadline.HasPassed, deadline.Describe()));
    }

    [Fact]
    public void A_disarmed_deadline_never_passes()
    {
        using AttemptDeadline deadline = Armed(AttemptLimit.Idle, 5);
        deadline.Disarm();
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((false, false), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
    }

    [Fact]
    public void A_callback_that_fires_after_the_response_changes_nothing()
    {
        var late = new LateTimer();
        using var deadline = new AttemptDeadline(late, CancellationToken.None);
        deadline.Arm(AttemptLimit.Idle, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        late.Now += TimeSpan.FromSeconds(5);
        deadline.Disarm();
        late.Fire();
        Assert.Equal((false, false), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
        Assert.Equal(Timeout.InfiniteTimeSpan, late.Due);
    }

    [Fact]
    public void A_callback_queued_for_one_limit_does_not_cancel_the_next()
    {
        var late = new LateTimer();
        using var deadline = new AttemptDeadline(late, CancellationToken.None);
        deadline.Arm(AttemptLimit.Idle, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        late.Now += TimeSpan.FromSeconds(5);
        deadline.Disarm();
        deadline.Arm(AttemptLimit.Idle, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        late.Now += TimeSpan.FromSeconds(1);
        late.Fire();
        Assert.Equal((false, false), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
        Assert.Equal(TimeSpan.FromSeconds(4), late.Due);
        late.Now += TimeSpan.FromSeconds(4);
        late.Fire();
        Assert.Equal((true, true), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
    }

    [Fact]
    public void A_timer_ahead_of_the_clock_is_restarted_for_the_remaining_time()
    {
        var late = new LateTimer();
        using var deadline = new AttemptDeadline(late, CancellationToken.None);
        deadline.Arm(AttemptLimit.Attempt, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        late.Now += TimeSpan.FromMilliseconds(4999.3);
        late.Fire();
        Assert.Equal((false, TimeSpan.FromMilliseconds(1)), (deadline.HasPassed, late.Due));
        late.Now += TimeSpan.FromMilliseconds(1);
        late.Fire();
        Assert.True(deadline.HasPassed);
    }

    [Fact]
    public void A_callback_after_Dispose_does_not_throw()
    {
        var late = new LateTimer();
        var deadline = new AttemptDeadline(late, CancellationToken.None);
        deadline.Arm(AttemptLimit.Attempt, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        deadline.Dispose();
        late.Fire();
        Assert.True(late.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => deadline.Token);
    }

    [Fact]
    public void The_callers_cancellation_cancels_the_token_but_the_deadline_has_not_passed()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = new AttemptDeadline(_clock, caller.Token);
        caller.Cancel();
        Assert.Equal((false, true), (deadline.HasPassed, deadline.Token.IsCancellationRequested));
    }

    [Fact]
    public void A_limit_must_be_positive_and_not_too_long_for_a_timer()
    {
        var longest = TimeSpan.FromMilliseconds(int.MaxValue);
        Assert.Null(AttemptDeadline.Validate(null));
        Assert.Equal(longest, AttemptDeadline.Validate(longest));
        Assert.Equal(TimeSpan.FromTicks(1), AttemptDeadline.Validate(TimeSpan.FromTicks(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttemptDeadline.Validate(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttemptDeadline.Validate(longest + TimeSpan.FromTicks(1)));
    }

    private AttemptDeadline Armed(AttemptLimit limit, double seconds)
    {
        var deadline = new AttemptDeadline(_clock, CancellationToken.None);
        deadline.Arm(limit, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds));
        return deadline;
    }

    /// <summary>A clock whose timer fires only when the test says so.</summary>
    private sealed class LateTimer : TimeProvider, ITimer
    {
        private Action _callback = () => { };

        internal TimeSpan Now { get; set; }

        internal bool IsDisposed { get; private set; }

        internal TimeSpan? Due { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return true;
        }

        public void Dispose() => IsDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Fire() => _callback();
    }
}
