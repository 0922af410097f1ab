namespace FailScope.Redis.Tests.Soak;

/// <summary>Measures the memory of the whole process, so nothing else may run at the same time.</summary>
[CollectionDefinition(nameof(SoakCollection), DisableParallelization = true)]
public sealed class SoakCollection;
