using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>The options of a <see cref="FallbackChatClient"/>. The client copies them when it is created.</summary>
/// <remarks>
/// For a stream, <see cref="FallbackOptions.AttemptTimeout"/> and <see cref="FallbackOptions.Timeout"/> apply until its end, including
/// the consumer's own time. The first content is the first text, tool call, reasoning or data.
/// </remarks>
public sealed class FallbackChatOptions : FallbackClientOptions
{
    /// <summary>Creates options with the default values.</summary>
    public FallbackChatOptions()
    {
    }

    private FallbackChatOptions(FallbackChatOptions other)
        : base(other)
    {
        RequireFinishReason = other.RequireFinishReason;
        ConfigureOptions = other.ConfigureOptions;
    }

    /// <summary>
    /// Whether a stream that ends without a <see cref="ChatResponseUpdate.FinishReason"/> has failed. Before its first content, the next
    /// model is tried; after it, the stream ends with a <see cref="FailedCallException"/>. If an HTTP connection is closed cleanly in the
    /// middle of a response, the missing reason is the only sign. Null (default) to use what the model's client declares
    /// (<see cref="IAnswerReader.AlwaysFinishes"/>): true for the clients of FailScope.Extensions.AI.OpenAI, false for clients that
    /// declare nothing, because some never send a reason.
    /// </summary>
    public bool? RequireFinishReason { get; set; }

    /// <summary>
    /// Adapts the options of a request to the model that is tried. Called for each attempt with a new copy, in which
    /// <see cref="ChatOptions.ModelId"/> is the model's id and <see cref="ChatOptions.MaxOutputTokens"/> is at most what the model
    /// declares. Changes affect neither the next model nor the caller's options.
    /// </summary>
    public Action<Model, ChatOptions>? ConfigureOptions { get; set; }

    internal FallbackChatOptions Clone() => new(this);
}
