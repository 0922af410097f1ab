namespace FailScope.Generators.Shared;

/// <summary>The linked source files import this namespace, which contains the generator's copy of the shared rules. Here the rules come from the runtime.</summary>
internal static class SharedNamespace;
