namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>Counts the memory and the sockets of the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(SoakCollection), DisableParallelization = true)]
public sealed class SoakCollection;
