namespace FailScope.Testing;

/// <summary>A tool call in an answer.</summary>
/// <param name="Name">The name of the tool.</param>
/// <param name="Arguments">The arguments, a JSON object.</param>
internal sealed record FakeToolCall(string Name, string Arguments);
