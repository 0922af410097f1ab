namespace FailScope.Demo.CommandLine;

/// <summary>The arguments are invalid. The message says which, and what was probably meant.</summary>
internal sealed class UsageException(string message) : Exception(message);
