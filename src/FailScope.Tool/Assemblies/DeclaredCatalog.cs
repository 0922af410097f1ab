namespace FailScope.Tool.Assemblies;

/// <summary>A catalog, as declared by the attributes in an assembly.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Types">The names of the enclosing types, outermost first, and of the catalog class.</param>
/// <param name="Members">Its members, in the order of declaration.</param>
internal sealed record DeclaredCatalog(string Namespace, IReadOnlyList<string> Types, IReadOnlyList<DeclaredMember> Members)
{
    /// <summary>The name in scope keys: <c>Namespace.Outer+Catalog</c>.</summary>
    internal string FullName => (Namespace.Length > 0 ? Namespace + "." : "") + string.Join('+', Types);
}

/// <summary>A property with one of the catalog's attributes.</summary>
internal sealed record DeclaredMember(string Name, DeclaredAttribute Attribute);
