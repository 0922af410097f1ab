namespace FailScope.Tool.Assemblies;

/// <summary>A catalog as its assembly declares it.</summary>
/// <param name="Catalog">Providers, accounts, credentials and models; it lists no chains.</param>
/// <param name="Chains">The chains, in the order of declaration.</param>
internal sealed record BuiltCatalog(ModelCatalog Catalog, IReadOnlyList<BuiltChain> Chains)
{
    /// <summary>The models whose prices the build took from a list, so that the assembly does not say them.</summary>
    internal IReadOnlySet<Model> PricedByList { get; init; } = new HashSet<Model>();

    /// <summary>What each model declares of its own accord about being free; a model that is not here declares nothing.</summary>
    internal IReadOnlyDictionary<Model, bool> StatedFree { get; init; } = new Dictionary<Model, bool>();

    /// <summary>The models with the prices that they declare, indexed by <see cref="Price"/>.</summary>
    internal IReadOnlyDictionary<Model, decimal?[]> Prices { get; init; } = new Dictionary<Model, decimal?[]>();
}

/// <summary>A chain as its assembly declares it.</summary>
/// <param name="Chain">The chain, with the table and the proofs of the run time.</param>
/// <param name="Promised">What <c>Survives</c> says; null where it says nothing.</param>
/// <param name="Required">What <c>Requires</c> says.</param>
internal sealed record BuiltChain(FallbackChain Chain, LossOf? Promised, ModelCapabilities Required);
