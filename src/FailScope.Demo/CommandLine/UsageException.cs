namespace FailScope.Demo.CommandLine;

/// <summary>The arguments make no sense; the message says which, and what was probably meant.</summary>
internal sealed class UsageException(string message) : Exception(message);
