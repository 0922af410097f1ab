using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A client of the OpenAI library that also reports the failures hidden in the library's responses.</summary>
internal sealed class OpenAIChatModelClient(IChatClient client, bool alwaysFinishes) : DelegatingChatClient(client), IAnswerReader
{
    public bool AlwaysFinishes { get; } = alwaysFinishes;

    public Failure? FindFailure(object rawRepresentation, TimeProvider timeProvider) => OpenAIAnswers.FindFailure(rawRepresentation, timeProvider);
}
