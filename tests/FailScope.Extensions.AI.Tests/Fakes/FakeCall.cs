using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>What a client was called with.</summary>
internal sealed record FakeCall(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, CancellationToken Token);
