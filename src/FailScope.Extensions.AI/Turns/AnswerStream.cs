using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A streaming request of a chat client.</summary>
internal sealed class AnswerStream(FallbackCore core, IEnumerable<ChatMessage> messages, ChatOptions? options, FallbackTurn turn) : FallbackStream<ChatResponseUpdate>(turn)
{
    private IEnumerable<ChatMessage> _messages = messages;
    private TurnSpans _spans;
    private IAnswerReader? _reader;
    private bool _isFinished;

    private FallbackChatOptions Options => (FallbackChatOptions)core.Options;

    private bool RequiresFinishReason => Options.RequireFinishReason ?? _reader is { AlwaysFinishes: true };

    protected override FallbackStream<ChatResponseUpdate> Again(FallbackTurn turn) => new AnswerStream(core, _messages, options, turn);

    protected override void OnStarting()
    {
        core.ThrowIfItMayNotBegin(Turn.CallerToken);
        _spans.Begin(core, isStreaming: true);
        _messages = ChatRequests.Prepare(core, ref Turn, _messages, options);
    }

    protected override void OnAttempting(Model model)
    {
        _isFinished = false;
        _spans.BeginAttempt(core, model, isStreaming: true);
    }

    protected override IAsyncEnumerator<ChatResponseUpdate> Open(Model model, CancellationToken cancellationToken)
    {
        var client = (ChatModelClient)core.Clients.Get(model);
        _reader = client.Reader;
        return client.Client
            .GetStreamingResponseAsync(_messages, client.Adapt(options, Options.ConfigureOptions), cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
    }

    protected override void OnWaiting()
    {
        if (_spans.Attempt is { } activity)
        {
            // An activity of the consumer must not become the parent of the SDK's own spans.
            Activity.Current = activity;
        }
    }

    protected override StreamItemKind Inspect(ChatResponseUpdate item, out Failure? failure)
    {
        _isFinished |= item.FinishReason is not null;
        return AnswerInspector.Inspect(item, Options, _reader, out failure);
    }

    /// <summary>
    /// A stream with a finish reason is complete. If none is required, a stream without one is complete if it has content, or no item at all.
    /// </summary>
    protected override Failure? FindFailureAtEnd(bool hasItems, bool hasContent) =>
        _isFinished || (!RequiresFinishReason && (hasContent || !hasItems))
            ? null
            : new Failure(FailureKind.Unknown) { Evidence = $"the stream ended {(hasContent ? "in the middle of the answer" : "before any content")}, and without a finish reason" };

    protected override ChatResponseUpdate DeliverFirst(ChatResponseUpdate item) => Deliver(AnswerMarks.MarkFirst(item, Turn.Model!, core.TrailToWrite(ref Turn)));

    protected override ChatResponseUpdate Deliver(ChatResponseUpdate item)
    {
        item = AnswerMarks.Mark(item, Turn.Model!);
        ClientTelemetry.Observe(_spans.Attempt, item);
        return item;
    }

    protected override void OnFailed(FallbackAttempt attempt) => _spans.Failed(core, attempt);

    protected override void OnEnded(Exception? ending) => _spans.End(core, ref Turn, ending);
}
