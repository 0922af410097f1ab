using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>
/// Finds failures that SDKs return as if they were responses: an error in a response with status 200, an error event in a stream that
/// becomes an empty update, error content, a failed response without text.
/// </summary>
internal static class AnswerInspector
{
    // The code that the OpenAI clients of Microsoft.Extensions.AI use if a model declines to answer.
    private const string RefusalCode = "Refusal";

    /// <summary>Finds the failure in a complete response; null if there is none.</summary>
    /// <param name="response">The response of the client.</param>
    /// <param name="options">Say whether a refusal is a response, or a reason to try the next model.</param>
    /// <param name="reader">The reader for the SDK's own objects; null if there is none.</param>
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

    /// <summary>Inspects an update of a stream.</summary>
    /// <param name="update">The update.</param>
    /// <param name="options">Say whether a refusal is a response, or a reason to try the next model.</param>
    /// <param name="reader">The reader for the SDK's own objects; null if there is none.</param>
    /// <param name="failure">The failure, if the update contains one.</param>
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

    private static Failure? Hidden(object? raw, FallbackChatOptions options, IAnswerReader? reader) =>
        raw is null || reader is null ? null : Read(raw, options, reader);

    // A response must not be lost because a reader throws.
    private static Failure? Read(object raw, FallbackChatOptions options, IAnswerReader reader)
    {
        try
        {
            return reader.FindFailure(raw, options.TimeProvider);
        }
#pragma warning disable CA1031 // The reader may be user code. An exception from it says nothing about the provider.
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

        // The plain base class contains an event of the SDK that only the SDK understands.
        _ => content.GetType() != typeof(AIContent),
    };

    private static Failure? FailureIn(ErrorContent error, FallbackChatOptions options) =>
        string.Equals(error.ErrorCode, RefusalCode, StringComparison.Ordinal)
            ? Refused(options, "a refusal")
            : FailureClassifier.Classify(new ProviderError { Code = error.ErrorCode, Message = error.Message, Body = error.Details }, options.TimeProvider);

    private static Failure? FilteredBy(ChatFinishReason? reason, FallbackChatOptions options) =>
        reason is { } value && value == ChatFinishReason.ContentFilter ? Refused(options, $"finish reason {value.Value}") : null;

    // OllamaSharp reads an error in the middle of a stream as an empty message with this role.
    private static Failure? Unread(ChatRole? role) =>
        role is { Value: "unknown" } ? new Failure(FailureKind.Unknown) { Evidence = "an update with an unknown role and no content" } : null;

    // A refusal is a response, unless the caller asked to try other models.
    private static Failure? Refused(FallbackChatOptions options, string evidence) =>
        options.EndsTurn(FailureKind.ContentFiltered) ? null : new Failure(FailureKind.ContentFiltered) { Evidence = evidence };
}
