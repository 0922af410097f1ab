using Microsoft.Extensions.AI;

namespace FailScope.Demo.Turns;

/// <summary>A request to a chain.</summary>
/// <param name="Chain">The chain.</param>
internal sealed record TurnRequest(FallbackChain Chain)
{
    // One white pixel.
    private const string Image = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=";

    /// <summary>The user's question.</summary>
    internal string Question { get; init; } = "Which model is this?";

    /// <summary>Whether the messages contain an image.</summary>
    internal bool HasImage { get; init; }

    /// <summary>Whether the request asks for a stream.</summary>
    internal bool IsStreaming { get; init; }

    /// <summary>Terminal kinds after which the caller falls back.</summary>
    internal IReadOnlyCollection<FailureKind> FallbackOn { get; init; } = [];

    /// <summary>The memory between requests; null for none.</summary>
    internal ICooldowns? Cooldowns { get; init; }

    /// <summary>The capabilities that a model needs.</summary>
    internal ModelCapabilities Needs => HasImage ? ModelCapabilities.Vision : ModelCapabilities.None;

    internal ChatMessage[] Messages =>
        [new(ChatRole.User, HasImage ? [new TextContent(Question), new DataContent(Image)] : [new TextContent(Question)])];
}
