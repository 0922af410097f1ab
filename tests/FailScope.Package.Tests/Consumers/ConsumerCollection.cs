namespace FailScope.Package.Tests.Consumers;

/// <summary>One restore cache for all consumers. They run one at a time, because each starts the .NET command line.</summary>
[CollectionDefinition]
public sealed class ConsumerCollection : ICollectionFixture<ConsumerWorkspace>;
