using FailScope.Demo.Turns;
using FailScope.Testing;

namespace FailScope.Demo.Scenarios;

/// <summary>A failure, the request that encounters it, and the expected result of its turn.</summary>
/// <param name="Name">The name for <c>--scenario</c>.</param>
/// <param name="Chain">The chain of the request.</param>
internal sealed record Scenario(string Name, FallbackChain Chain)
{
    /// <summary>What goes wrong, in a few words.</summary>
    internal required string Title { get; init; }

    /// <summary>What happens and why it is right, in one or two sentences.</summary>
    internal required string Story { get; init; }

    /// <summary>Configures how the providers behave. A model that is not configured answers.</summary>
    internal Action<FakeUpstream> Upstream { get; init; } = _ => { };

    /// <summary>A provider that refuses connections.</summary>
    internal Provider? Unreachable { get; init; }

    /// <summary>A credential for which no key is configured.</summary>
    internal Credential? WithoutKey { get; init; }

    /// <summary>A model whose client has a short time limit.</summary>
    internal Model? Hurried { get; init; }

    /// <summary>Whether the caller cancels as soon as a provider has received the request.</summary>
    internal bool CallerGivesUp { get; init; }

    /// <summary>Whether the request asks for a stream.</summary>
    internal bool IsStreaming { get; init; }

    /// <summary>Whether the messages of the request contain an image.</summary>
    internal bool HasImage { get; init; }

    /// <summary>Terminal kinds after which the caller falls back.</summary>
    internal IReadOnlyCollection<FailureKind> FallbackOn { get; init; } = [];

    /// <summary>How the app uses the chain.</summary>
    internal Way Way { get; init; } = Way.ChatClient;

    /// <summary>
    /// Every attempt that the turn must make, in order. Written by hand, independently of the library's tables.
    /// </summary>
    internal required IReadOnlyList<ExpectedAttempt> Expected { get; init; }

    /// <summary>How the turn must end.</summary>
    internal Ending Ends { get; init; } = Ending.Answered;

    /// <summary>
    /// How often the request is sent, in sequence, to an app with a memory. The last turn is shown. 1 for scenarios within a single
    /// turn.
    /// </summary>
    internal int Requests { get; init; } = 1;

    /// <summary>
    /// The phases, if several router processes share their memory; empty for an app with one process. The last turn of the
    /// last phase is compared with the expected one.
    /// </summary>
    internal IReadOnlyList<RouterPhase> Phases { get; init; } = [];

    /// <summary>The number of calls that the turns may make together.</summary>
    internal required int Calls { get; init; }

    /// <summary>The number of calls of the same requests in an app without memory; null if there is only one request.</summary>
    internal int? CallsWithoutMemory { get; init; }

    /// <summary>The number of calls of the same requests with an <c>OrderedFailoverChatClient</c>.</summary>
    internal required int PeerCalls { get; init; }
}
