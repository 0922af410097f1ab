using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>How a <see cref="FallbackChatClient"/> walks down its chain. The client copies the options when it is made.</summary>
/// <remarks>
/// For a stream, <see cref="FallbackOptions.AttemptTimeout"/> and <see cref="FallbackOptions.Timeout"/> run to its end, the
/// consumer's own time included. The first content is the first text, tool call, reasoning or data.
/// </remarks>
public sealed class FallbackChatOptions : FallbackClientOptions
{
    /// <summary>Makes options at their defaults.</summary>
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
    /// Whether a stream that ends without a <see cref="ChatResponseUpdate.FinishReason"/> has broken off: before content the next
    /// model is tried, after it the stream ends with a <see cref="FailedCallException"/>. An HTTP connection that is closed in
    /// good order in the middle of an answer shows in nothing else. Null, the default, for what the model's client says of itself
    /// (<see cref="IAnswerReader.AlwaysFinishes"/>): true for the clients of FailScope.Extensions.AI.OpenAI, false for those that
    /// say nothing, as some never send a reason.
    /// </summary>
    public bool? RequireFinishReason { get; set; }

    /// <summary>
    /// Adapts the options of a request to the model that is tried: called for each attempt with a copy of its own, in which
    /// <see cref="ChatOptions.ModelId"/> is the model's id and <see cref="ChatOptions.MaxOutputTokens"/> no more than it
    /// declares. Nothing that is changed here reaches the next model, or the caller's options.
    /// </summary>
    public Action<Model, ChatOptions>? ConfigureOptions { get; set; }

    internal FallbackChatOptions Clone() => new(this);
}
