using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A request of a chat client that does not stream.</summary>
internal struct ChatTurn(FallbackCore core, IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken caller) : IWholeTurn<ChatResponse>
{
    private readonly ChatOptions? _options = options;
    private ClientTurn _turn = new(core, caller);
    private IEnumerable<ChatMessage> _messages = messages;
    private ChatModelClient? _client;

    private readonly FallbackChatOptions Options => (FallbackChatOptions)_turn.Core.Options;

    public void Begin()
    {
        _turn.Begin();
        _messages = ChatRequests.Prepare(_turn.Core, ref _turn.Prepare(), _messages, _options);
    }

    public bool TryNext() => _turn.TryNext();

    /// <exception cref="ModelNotConfiguredException">The client of the attempt's model cannot be created.</exception>
    public Task<ChatResponse> AskAsync()
    {
        var client = (ChatModelClient)_turn.Core.Clients.Get(_turn.Model);
        _client = client;
        return client.Client.GetResponseAsync(_messages, client.Adapt(_options, Options.ConfigureOptions), _turn.Token);
    }

    public readonly Failure? FindFailure(ChatResponse? answer) => AnswerInspector.FindFailure(answer, Options, _client!.Reader);

    public ChatResponse Answered(ChatResponse answer)
    {
        ChatResponse marked = AnswerMarks.Mark(answer, _turn.Model, _turn.Commit());
        ClientTelemetry.Observe(_turn.Activity, marked);
        _turn.Answered();
        return marked;
    }

    public void Failed(Exception exception) => _turn.Failed(exception);

    public FallbackExhaustedException Exhausted() => _turn.Exhausted();
}
