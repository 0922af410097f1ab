namespace FailScope.Testing;

/// <summary>How a <see cref="FakeUpstream"/> answers the calls that a condition holds for. Made by <see cref="FakeUpstream.When(Model)"/>.</summary>
public sealed class FakeBehavior
{
    private readonly Func<FakeCall, bool> _applies;
    private volatile Func<FakeCall, FakeReply>? _reply;

    internal FakeBehavior(Func<FakeCall, bool> applies)
    {
        _applies = applies;
    }

    /// <summary>Says what to answer: the first call gets the first reply, the second the second, and the last reply is repeated from then on.</summary>
    /// <param name="first">The reply to the first call, and to all others where it is the only one.</param>
    /// <param name="then">The replies to the calls after it.</param>
    public void Reply(FakeReply first, params FakeReply[] then)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(then);
        FakeReply[] replies = [first, .. then];
        if (Array.Exists(replies, reply => reply is null))
        {
            throw new ArgumentException("A reply must not be null.", nameof(then));
        }

        int last = -1;
        Reply(_ => replies[Math.Min(Interlocked.Increment(ref last), replies.Length - 1)]);
    }

    /// <summary>Decides what to answer when a call arrives.</summary>
    /// <param name="reply">Gives the reply to a call. It may run for several calls at once.</param>
    public void Reply(Func<FakeCall, FakeReply> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        _reply = reply;
    }

    /// <summary>The reply to a call; null where this behavior has nothing to say about it.</summary>
    internal FakeReply? Find(FakeCall call) =>
        _reply is not { } reply || !_applies(call) ? null
        : reply(call) ?? throw new InvalidOperationException("The function that was given to Reply returned null.");
}
