using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>
/// Finds the failures that SDKs pass on as if they were answers: an error inside a 200, an error event of a stream that
/// becomes an empty update, error content, a response that failed and has no text.
/// </summary>
internal static class AnswerInspector
{
    // What the OpenAI clients of Microsoft.Extensions.AI call the words with which a model declines.
    private const string RefusalCode = "Refusal";

    /// <summary>The failure in a whole answer; null where it is one.</summary>
    /// <param name="response">What the client returned.</param>
    /// <param name="options">Whether a refusal is the model's answer, or a reason to ask another.</param>
    /// <param name="reader">What knows the SDK's own objects; null where nothing does.</param>
    internal static Failure? FindFailure(ChatResponse? response, FallbackChatOptions options, IAnswerReader? reader)
    {
        if (response is null)
        {
            return new Failure(FailureKind.Unknown) { Evidence = "the client returned null" };
        }

        IList<ChatMessage> messages = response.Messages;
        for (int m = 0; m < messages.Count; m++)
        {
            IList<AIContent> contents = messages[m].Contents;
            for (int c = 0; c < contents.Count; c++)
            {
                if (contents[c] is ErrorContent error && FailureIn(error, options) is { } failure)
                {
                    return failure;
                }
            }
        }

        return Hidden(response.RawRepresentation, options, reader) ?? FilteredBy(response.FinishReason, options);
    }

    /// <summary>What an update of a stream brings.</summary>
    /// <param name="update">The update.</param>
    /// <param name="options">Whether a refusal is the model's answer, or a reason to ask another.</param>
    /// <param name="reader">What knows the SDK's own objects; null where nothing does.</param>
    /// <param name="failure">The failure, where it brings one.</param>
    internal static StreamItemKind Inspect(ChatResponseUpdate update, FallbackChatOptions options, IAnswerReader? reader, out Failure? failure)
    {
        StreamItemKind kind = StreamItemKind.Preliminary;
        failure = null;
        IList<AIContent> contents = update.Contents;
        for (int i = 0; i < contents.Count; i++)
        {
            AIContent content = contents[i];
            if (content is ErrorContent error && (failure = FailureIn(error, options)) is not null)
            {
                return StreamItemKind.Failure;
            }

            if (IsContent(content))
            {
                kind = StreamItemKind.Content;
            }
        }

        if (kind == StreamItemKind.Preliminary)
        {
            failure = Hidden(update.RawRepresentation, options, reader) ?? FilteredBy(update.FinishReason, options) ?? Unread(update.Role);
            return failure is null ? kind : StreamItemKind.Failure;
        }

        return kind;
    }

    // An answer must not be lost because a reader cannot read it.
    private static Failure? Hidden(object? raw, FallbackChatOptions options, IAnswerReader? reader)
    {
        if (raw is null || reader is null)
        {
            return null;
        }

        try
        {
            return reader.FindFailure(raw, options.TimeProvider);
        }
#pragma warning disable CA1031 // The reader's own code: what it throws is no news of the provider.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static bool IsContent(AIContent content) => content switch
    {
        TextContent text => text.Text.Length > 0,
        TextReasoningContent reasoning => reasoning.Text.Length > 0 || reasoning.ProtectedData is { Length: > 0 },
        UsageContent => false,

        // The bare base class carries an event of the SDK that means nothing to anybody else.
        _ => content.GetType() != typeof(AIContent),
    };

    private static Failure? FailureIn(ErrorContent error, FallbackChatOptions options) =>
        string.Equals(error.ErrorCode, RefusalCode, StringComparison.Ordinal)
            ? Refused(options, "a refusal")
            : FailureClassifier.Classify(new ProviderError { Code = error.ErrorCode, Message = error.Message, Body = error.Details }, options.TimeProvider);

    private static Failure? FilteredBy(ChatFinishReason? reason, FallbackChatOptions options) =>
        reason is { } value && value == ChatFinishReason.ContentFilter ? Refused(options, $"finish reason {value.Value}") : null;

    // OllamaSharp reads an error in the middle of a stream as a message of this role, without anything in it.
    private static Failure? Unread(ChatRole? role) =>
        role is { Value: "unknown" } ? new Failure(FailureKind.Unknown) { Evidence = "an update of unknown role, without content" } : null;

    // A model that declines has answered, unless the caller asked to hear what others say.
    private static Failure? Refused(FallbackChatOptions options, string evidence) =>
        options.EndsTurn(FailureKind.ContentFiltered) ? null : new Failure(FailureKind.ContentFiltered) { Evidence = evidence };
}
