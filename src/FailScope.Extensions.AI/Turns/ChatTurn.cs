using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A turn of a chat client: what it asks the models for, and what it writes into their answers.</summary>
internal struct ChatTurn : IWholeTurn<ChatResponse>
{
    private ClientTurn<ChatRequest> _turn;

    internal ChatTurn(FallbackCore core, IEnumerable<ChatMessage> messages, ChatOptions? options, bool isStreaming, CancellationToken caller) =>
        _turn = new ClientTurn<ChatRequest>(core, new ChatRequest(messages, options), isStreaming, caller);

    private ChatTurn(ClientTurn<ChatRequest> turn) => _turn = turn;

    /// <summary>The caller's own token.</summary>
    internal readonly CancellationToken Caller => _turn.Caller;

    internal readonly FallbackChatOptions Options => (FallbackChatOptions)_turn.Core.Options;

    private readonly TimeProvider Clock => _turn.Core.Options.TimeProvider;

    /// <summary>The same request again, under another token.</summary>
    internal readonly ChatTurn Anew(CancellationToken caller) => new(_turn.Anew(caller));

    public bool Begin()
    {
        _turn.ThrowIfItMayNotBegin();
        if (_turn.Request.Messages is not (IReadOnlyCollection<ChatMessage> or ICollection<ChatMessage>))
        {
            // A sequence that can be read once would be empty for the second model.
            _turn.Request = new ChatRequest([.. _turn.Request.Messages], _turn.Request.Options);
        }

        return _turn.Begin();
    }

    public readonly Task<ChatResponse> AskAsync()
    {
        ChatModelClient client = GetClient();
        return client.Client.GetResponseAsync(_turn.Request.Messages, client.Adapt(_turn.Request.Options, Options.ConfigureOptions), _turn.Token);
    }

    /// <summary>Opens the stream of the attempt's model.</summary>
    internal readonly IAsyncEnumerator<ChatResponseUpdate> Open()
    {
        ChatModelClient client = GetClient();
        return client.Client
            .GetStreamingResponseAsync(_turn.Request.Messages, client.Adapt(_turn.Request.Options, Options.ConfigureOptions), _turn.Token)
            .GetAsyncEnumerator(_turn.Token);
    }

    public readonly Failure? FindFailure(ChatResponse? answer) => AnswerInspector.FindFailure(answer, Options);

    public void Answered(ChatResponse answer)
    {
        if (answer.ConversationId is { } conversationId)
        {
            answer.ConversationId = ConversationIds.Mark(_turn.Model, conversationId);
        }

        if (_turn.WriteAnswer() is { } trail)
        {
            (answer.AdditionalProperties ??= [])[FallbackProperties.Trail] = trail;
        }

        answer.ModelId ??= _turn.Model.Id;
        FallbackTelemetry.Observe(_turn.Activity, answer);
        _turn.End();
    }

    public bool TryNextAfter(Exception exception) => _turn.TryNextAfter(exception);

    public readonly FallbackExhaustedException Exhausted() => _turn.Exhausted();

    /// <summary>A stream has come to its first content, or to its end: from here on it is this model's answer.</summary>
    /// <param name="first">The update that the consumer gets first; null for a stream without any.</param>
    internal void Commit(ChatResponseUpdate? first)
    {
        FallbackTrail? trail = _turn.WriteAnswer();
        if (first is not null)
        {
            // What the provider says of its model in later updates stands above this.
            first.ModelId ??= _turn.Model.Id;
            if (trail is not null)
            {
                (first.AdditionalProperties ??= [])[FallbackProperties.Trail] = trail;
            }
        }
    }

    /// <summary>An update goes out to the consumer.</summary>
    internal readonly ChatResponseUpdate Pass(ChatResponseUpdate update)
    {
        if (update.ConversationId is { } conversationId)
        {
            update.ConversationId = ConversationIds.Mark(_turn.Model, conversationId);
        }

        FallbackTelemetry.Observe(_turn.Activity, update);
        return update;
    }

    /// <summary>Before the next update of a stream is asked for: limits begin to count.</summary>
    internal readonly void Wait(bool hasContent)
    {
        if (_turn.Activity is { } activity)
        {
            // What the consumer made current must not become the parent of the SDK's own spans.
            Activity.Current = activity;
        }

        if (_turn.Deadline is { } deadline)
        {
            ArmNextUpdate(deadline, hasContent);
        }
    }

    /// <summary>The next update has come.</summary>
    internal readonly void Waited() => _turn.Deadline?.Disarm();

    /// <inheritdoc cref="ClientTurn{TRequest}.EndStream"/>
    internal readonly Exception? EndStream(Exception? exception) => _turn.EndStream(exception);

    /// <exception cref="ModelNotConfiguredException">The client of the attempt's model cannot be made.</exception>
    private readonly ChatModelClient GetClient() => (ChatModelClient)_turn.Core.Clients.Get(_turn.Model);

    private readonly void ArmNextUpdate(AttemptDeadline deadline, bool hasContent)
    {
        AttemptLimit limit = AttemptLimit.Idle;
        TimeSpan? allowed = Options.IdleTimeout;
        TimeSpan? due = allowed;
        Consider(AttemptLimit.FirstContent, hasContent ? null : Options.FirstContentTimeout, Clock.GetElapsedTime(_turn.Started));
        Consider(AttemptLimit.Attempt, Options.AttemptTimeout, Clock.GetElapsedTime(_turn.Started));
        Consider(AttemptLimit.Turn, Options.Timeout, Clock.GetElapsedTime(_turn.TurnStarted));
        if (due is not null)
        {
            deadline.Arm(limit, allowed!.Value, due.Value);
        }

        void Consider(AttemptLimit candidate, TimeSpan? time, TimeSpan elapsed)
        {
            if (time - elapsed is { } left && !(left >= due))
            {
                (limit, allowed, due) = (candidate, time, left);
            }
        }
    }
}
