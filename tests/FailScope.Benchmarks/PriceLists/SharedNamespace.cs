namespace FailScope.Generators.Shared;

/// <summary>The linked files name this namespace, in which the compiler's side has a copy of the shared rules. Here the rules are the runtime's own.</summary>
internal static class SharedNamespace;
