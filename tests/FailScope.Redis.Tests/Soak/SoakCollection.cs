namespace FailScope.Redis.Tests.Soak;

/// <summary>Counts the memory of the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(SoakCollection), DisableParallelization = true)]
public sealed class SoakCollection;
