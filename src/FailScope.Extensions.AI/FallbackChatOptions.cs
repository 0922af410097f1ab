using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace FailScope;

/// <summary>How a <see cref="FallbackChatClient"/> walks down its chain. The client copies the options when it is made.</summary>
/// <remarks>
/// For a stream, <see cref="FallbackOptions.AttemptTimeout"/> and <see cref="FallbackOptions.Timeout"/> run to its end, the
/// consumer's own time included.
/// </remarks>
public sealed class FallbackChatOptions : FallbackOptions
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
        LeaveOpen = other.LeaveOpen;
        ReportFirstChoice = other.ReportFirstChoice;
        ConfigureOptions = other.ConfigureOptions;
        LoggerFactory = other.LoggerFactory;
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

    /// <summary>Whether the clients of the models stay open when the <see cref="FallbackChatClient"/> is disposed; false by default.</summary>
    public bool LeaveOpen { get; set; }

    /// <summary>
    /// Whether an answer that the chain's first model gives at once bears a <see cref="FallbackTrail"/> as well. False by
    /// default: the trail would cost more than everything else the client does, and its absence says the same. All other
    /// answers bear one.
    /// </summary>
    public bool ReportFirstChoice { get; set; }

    /// <summary>
    /// Adapts the options of a request to the model that is tried: called for each attempt with a copy of its own, in which
    /// <see cref="ChatOptions.ModelId"/> is the model's id and <see cref="ChatOptions.MaxOutputTokens"/> no more than it
    /// declares. Nothing that is changed here reaches the next model, or the caller's options.
    /// </summary>
    public Action<Model, ChatOptions>? ConfigureOptions { get; set; }

    /// <summary>Where the client logs what fails and what is skipped; nowhere by default.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    internal override bool HasDeadline => base.HasDeadline || FirstContentTimeout is not null || IdleTimeout is not null;

    internal FallbackChatOptions Clone() => new(this);
}
