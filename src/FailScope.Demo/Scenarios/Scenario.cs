using FailScope.Demo.Turns;
using FailScope.Testing;

namespace FailScope.Demo.Scenarios;

/// <summary>One thing that goes wrong, the request that meets it, and how its turn has to end.</summary>
/// <param name="Name">What <c>--scenario</c> calls it.</param>
/// <param name="Chain">The chain that the request walks down.</param>
internal sealed record Scenario(string Name, FallbackChain Chain)
{
    /// <summary>What goes wrong, in a few words.</summary>
    internal required string Title { get; init; }

    /// <summary>What happens and why it is right, in a sentence or two.</summary>
    internal required string Story { get; init; }

    /// <summary>Says how the providers behave; a model of which nothing is said answers.</summary>
    internal Action<FakeUpstream> Upstream { get; init; } = _ => { };

    /// <summary>A provider that refuses connections.</summary>
    internal Provider? Unreachable { get; init; }

    /// <summary>A credential for which no key is configured.</summary>
    internal Credential? WithoutKey { get; init; }

    /// <summary>A model whose client waits only a moment.</summary>
    internal Model? Hurried { get; init; }

    /// <summary>The caller gives up as soon as a provider has its request.</summary>
    internal bool CallerGivesUp { get; init; }

    /// <summary>The answer is asked for piece by piece.</summary>
    internal bool IsStreaming { get; init; }

    /// <summary>The request has an image among its messages.</summary>
    internal bool HasImage { get; init; }

    /// <summary>Terminal kinds that this caller falls back on all the same.</summary>
    internal IReadOnlyCollection<FailureKind> FallbackOn { get; init; } = [];

    /// <summary>How the app walks down the chain.</summary>
    internal Way Way { get; init; } = Way.ChatClient;

    /// <summary>
    /// Every attempt that the turn has to make, in order, written by hand: what the library's tables say has no part in it.
    /// </summary>
    internal required IReadOnlyList<ExpectedAttempt> Expected { get; init; }

    /// <summary>How the turn has to end.</summary>
    internal Ending Ends { get; init; } = Ending.Answered;

    /// <summary>
    /// How often the request is sent, one after the other, to an app that remembers between them; the last of the turns is the one that
    /// is shown. Once for what happens within a single turn.
    /// </summary>
    internal int Requests { get; init; } = 1;

    /// <summary>
    /// Who sends the requests, where several router processes share what they learn; empty for an app of one process. The last turn of the
    /// last phase is the one that is compared with what is expected.
    /// </summary>
    internal IReadOnlyList<RouterPhase> Phases { get; init; } = [];

    /// <summary>How many calls the turns may make together.</summary>
    internal required int Calls { get; init; }

    /// <summary>How many calls an app makes of the same requests that does not remember; null where one request says it all.</summary>
    internal int? CallsWithoutMemory { get; init; }

    /// <summary>How many calls an <c>OrderedFailoverChatClient</c> makes of the same requests.</summary>
    internal required int PeerCalls { get; init; }
}
