namespace FailScope.Testing;

/// <summary>The replies of a <see cref="FakeUpstream"/> to calls that match a condition. Created by <see cref="FakeUpstream.When(Model)"/>.</summary>
public sealed class FakeBehavior
{
    private readonly Func<FakeCall, bool> _applies;
    private volatile Func<FakeCall, FakeReply>? _reply;

    internal FakeBehavior(Func<FakeCall, bool> applies)
    {
        _applies = applies;
    }

    /// <summary>Sets the replies: the first call gets the first reply, the second call the second one, and so on. The last reply is repeated.</summary>
    /// <param name="first">The reply to the first call, and to all others if it is the only one.</param>
    /// <param name="then">The replies to the following calls.</param>
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

    /// <summary>Sets a function that decides the reply when a call arrives.</summary>
    /// <param name="reply">Returns the reply to a call. It may run for several calls at the same time.</param>
    public void Reply(Func<FakeCall, FakeReply> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        _reply = reply;
    }

    /// <summary>The reply to a call; null if this behavior does not apply to it.</summary>
    internal FakeReply? Find(FakeCall call) =>
        _reply is not { } reply || !_applies(call) ? null
        : reply(call) ?? throw new InvalidOperationException("The function that was given to Reply returned null.");
}
