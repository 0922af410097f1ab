using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>A stream in steps, each of which returns an update or throws. Counts how often it was opened and closed.</summary>
internal sealed class FakeStream : IAsyncEnumerable<ChatResponseUpdate>
{
    private readonly List<Func<CancellationToken, Task<ChatResponseUpdate>>> _steps = [];

    internal int Opened { get; private set; }

    internal int Closed { get; private set; }

    internal int Read { get; private set; }

    internal Exception? FailsToOpen { get; set; }

    internal Exception? FailsToClose { get; set; }

    internal Exception? FailsToShow { get; set; }

    internal FakeStream Role() => Gives(new ChatResponseUpdate { Role = ChatRole.Assistant });

    internal FakeStream Text(string text) => Gives(new ChatResponseUpdate(ChatRole.Assistant, text));

    internal FakeStream Content(AIContent content) => Gives(new ChatResponseUpdate(ChatRole.Assistant, [content]));

    internal FakeStream Stop() => Gives(new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop });

    internal FakeStream Throws(Exception exception) => Does(_ => throw exception);

    internal FakeStream Fails(FailureKind kind) => Throws(new FailedCallException(new Failure(kind)));

    internal FakeStream Gives(ChatResponseUpdate update) => Does(_ => Task.FromResult(update));

    internal FakeStream Does(Func<CancellationToken, Task<ChatResponseUpdate>> step)
    {
        _steps.Add(step);
        return this;
    }

    /// <summary>Waits until the token of the attempt is cancelled, like an SDK on a silent connection.</summary>
    internal FakeStream Hangs(Action meanwhile) => Does(token => SilentCall.WaitAsync<ChatResponseUpdate>(token, meanwhile));

    public IAsyncEnumerator<ChatResponseUpdate> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (FailsToOpen is not null)
        {
            throw FailsToOpen;
        }

        Opened++;
        return new Enumerator(this, cancellationToken);
    }

    private sealed class Enumerator(FakeStream stream, CancellationToken cancellationToken) : IAsyncEnumerator<ChatResponseUpdate>
    {
        private int _next;
        private ChatResponseUpdate? _current;

        public ChatResponseUpdate Current => stream.FailsToShow is null ? _current! : throw stream.FailsToShow;

        public async ValueTask<bool> MoveNextAsync()
        {
            if (_next == stream._steps.Count)
            {
                return false;
            }

            _current = await stream._steps[_next++](cancellationToken);
            stream.Read++;
            return true;
        }

        public ValueTask DisposeAsync()
        {
            stream.Closed++;
            return stream.FailsToClose is null ? default : ValueTask.FromException(stream.FailsToClose);
        }
    }
}
