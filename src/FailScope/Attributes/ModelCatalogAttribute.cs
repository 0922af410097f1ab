namespace FailScope;

/// <summary>
/// Marks a partial class as a model catalog. Its <c>static partial</c> properties of type <see cref="Provider"/>,
/// <see cref="BillingAccount"/>, <see cref="Credential"/>, <see cref="Model"/> and <see cref="FallbackChain"/> are
/// implemented at build time from their attributes. The class may be split over several files; one part has
/// this attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelCatalogAttribute : Attribute;
