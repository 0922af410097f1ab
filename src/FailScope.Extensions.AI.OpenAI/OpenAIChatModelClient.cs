using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A client of the OpenAI library, with what the library's answers may hide.</summary>
internal sealed class OpenAIChatModelClient(IChatClient client, bool alwaysFinishes) : DelegatingChatClient(client), IAnswerReader
{
    public bool AlwaysFinishes { get; } = alwaysFinishes;

    public Failure? FindFailure(object rawRepresentation, TimeProvider timeProvider) => OpenAIAnswers.FindFailure(rawRepresentation, timeProvider);
}
