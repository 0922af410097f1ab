namespace FailScope.Redis;

/// <summary>Identifies one cool-down in all processes of a fleet.</summary>
internal readonly record struct CooldownKey(IScopeKey Scope, string? Tenant, bool IncludesFree)
{
    internal static CooldownKey Of(CooldownEntry entry) => new(entry.Scope, entry.Tenant, entry.IncludesFree);

    internal static CooldownKey Of(CooldownChange change) => new(change.Scope, change.Tenant, change.IncludesFree);

    /// <summary>Compares the text of the scope keys, so that keys of different types can be compared.</summary>
    public bool Equals(CooldownKey other) =>
        IncludesFree == other.IncludesFree
        && string.Equals(Scope.Value, other.Scope.Value, StringComparison.Ordinal)
        && string.Equals(Tenant, other.Tenant, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Scope.Value, Tenant, IncludesFree);

    /// <summary>The key as a part of the server's keys. Different keys have different texts.</summary>
    public override string ToString() =>
        $"{(IncludesFree ? "free" : "priced")}:{Scope.Value.Length}:{Scope.Value}{(Tenant is null ? "" : ":" + Tenant)}";
}
