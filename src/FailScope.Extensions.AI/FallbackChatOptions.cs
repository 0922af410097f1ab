using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>How a <see cref="FallbackChatClient"/> walks down its chain. The client copies the options when it is made.</summary>
/// <remarks>
/// For a stream, <see cref="FallbackOptions.AttemptTimeout"/> and <see cref="FallbackOptions.Timeout"/> run to its end, the
/// consumer's own time included.
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
        FirstContentTimeout = other.FirstContentTimeout;
        IdleTimeout = other.IdleTimeout;
        RequireFinishReason = other.RequireFinishReason;
        ConfigureOptions = other.ConfigureOptions;
    }

    /// <summary>
    /// The longest that a stream may take to its first content (text, tool call, reasoning, data); null, the default, for no
    /// limit. When it passes, the attempt counts as <see cref="FailureKind.Timeout"/>, and the next model is tried.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? FirstContentTimeout
    {
        get;
        set => field = AttemptDeadline.Validate(value);
    }

    /// <summary>
    /// The longest that a stream may take from one update to the next, the consumer's own time not included; null, the
    /// default, for no limit. Before the first content the next model is tried; after it, the stream ends with a
    /// <see cref="TimeoutException"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? IdleTimeout
    {
        get;
        set => field = AttemptDeadline.Validate(value);
    }

    /// <summary>
    /// Whether a stream that ends without a <see cref="ChatResponseUpdate.FinishReason"/> has broken off: before content the next
    /// model is tried, after it the stream ends with a <see cref="FailedCallException"/>. An HTTP connection that is closed in
    /// good order in the middle of an answer shows in nothing else. False by default, as some clients never send a reason; true
    /// where <c>AddFallbackChatClient</c> makes the clients itself.
    /// </summary>
    public bool RequireFinishReason { get; set; }

    /// <summary>
    /// Adapts the options of a request to the model that is tried: called for each attempt with a copy of its own, in which
    /// <see cref="ChatOptions.ModelId"/> is the model's id and <see cref="ChatOptions.MaxOutputTokens"/> no more than it
    /// declares. Nothing that is changed here reaches the next model, or the caller's options.
    /// </summary>
    public Action<Model, ChatOptions>? ConfigureOptions { get; set; }

    internal override bool HasDeadline => base.HasDeadline || FirstContentTimeout is not null || IdleTimeout is not null;

    internal FallbackChatOptions Clone() => new(this);
}
