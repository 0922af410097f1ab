namespace FailScope.Package.Tests.Consumers;

/// <summary>One restore cache for all consumers, and one consumer at a time: each of them starts the whole .NET command line.</summary>
[CollectionDefinition]
public sealed class ConsumerCollection : ICollectionFixture<ConsumerWorkspace>;
