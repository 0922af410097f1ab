using Microsoft.Extensions.AI;

namespace FailScope.Demo.Turns;

/// <summary>A request that walks down a chain.</summary>
/// <param name="Chain">The chain.</param>
internal sealed record TurnRequest(FallbackChain Chain)
{
    // One white pixel.
    private const string Image = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=";

    /// <summary>What the user asks.</summary>
    internal string Question { get; init; } = "Which model is this?";

    /// <summary>There is an image among the messages.</summary>
    internal bool HasImage { get; init; }

    /// <summary>The answer is asked for piece by piece.</summary>
    internal bool IsStreaming { get; init; }

    /// <summary>Terminal kinds that this caller falls back on all the same.</summary>
    internal IReadOnlyCollection<FailureKind> FallbackOn { get; init; } = [];

    /// <summary>What the app remembers between requests; null for nothing.</summary>
    internal ICooldowns? Cooldowns { get; init; }

    /// <summary>What a model has to be able to do.</summary>
    internal ModelCapabilities Needs => HasImage ? ModelCapabilities.Vision : ModelCapabilities.None;

    internal ChatMessage[] Messages =>
        [new(ChatRole.User, HasImage ? [new TextContent(Question), new DataContent(Image)] : [new TextContent(Question)])];
}
