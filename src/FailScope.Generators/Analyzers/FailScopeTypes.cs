using System.Runtime.CompilerServices;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers;

/// <summary>The package's types as one compilation sees them, resolved once and shared by every rule.</summary>
internal sealed class FailScopeTypes
{
    private const string Name = "FailScope";

    private static readonly ConditionalWeakTable<Compilation, StrongBox<FailScopeTypes?>> ByCompilation = new();

    private static readonly ConditionalWeakTable<SyntaxTree, object> TreeNamesPackage = new();

    private static readonly object True = true;

    private static readonly object False = false;

    private readonly Dictionary<INamedTypeSymbol, ScopeKind> _scopeKeys = new(SymbolEqualityComparer.Default);

    private FailScopeTypes(Compilation compilation, INamedTypeSymbol scopeKey)
    {
        ScopeKey = scopeKey;
        Package = scopeKey.ContainingAssembly;
        ScopeKeyAttribute = Type(nameof(ScopeKeyAttribute));
        ModelCatalogAttribute = Type(nameof(ModelCatalogAttribute));
        FallbackChain = Type(nameof(FallbackChain));
        FallbackState = Type(nameof(FallbackState));
        Failure = Type(nameof(Failure));
        FailureKind = Type(nameof(FailureKind));
        Model = Type(nameof(Model));
        ModelPricing = Type(nameof(ModelPricing));
        ModelId = Type(nameof(ModelId));

        foreach (ScopeKind kind in Enum.GetValues(typeof(ScopeKind)))
        {
            // There is no type for None, and an older package may not have the newest type.
            if (Type(kind + "ScopeKey") is { } key)
            {
                _scopeKeys.Add(key, kind);
            }
        }

        INamedTypeSymbol? Type(string name) => Package.GetTypeByMetadataName(Name + "." + name);
    }

    /// <summary>The runtime assembly.</summary>
    internal IAssemblySymbol Package { get; }

    /// <summary><c>IScopeKey</c>.</summary>
    internal INamedTypeSymbol ScopeKey { get; }

    internal INamedTypeSymbol? ScopeKeyAttribute { get; }

    internal INamedTypeSymbol? ModelCatalogAttribute { get; }

    internal INamedTypeSymbol? FallbackChain { get; }

    internal INamedTypeSymbol? FallbackState { get; }

    internal INamedTypeSymbol? Failure { get; }

    internal INamedTypeSymbol? FailureKind { get; }

    internal INamedTypeSymbol? Model { get; }

    internal INamedTypeSymbol? ModelPricing { get; }

    internal INamedTypeSymbol? ModelId { get; }

    /// <summary>The package's types; null if the compilation does not reference the package.</summary>
    internal static FailScopeTypes? ReferencedBy(Compilation compilation) =>
        ByCompilation.GetValue(
            compilation,
            static compilation => new StrongBox<FailScopeTypes?>(
                compilation.GetTypeByMetadataName(Name + ".IScopeKey") is { } scopeKey ? new FailScopeTypes(compilation, scopeKey) : null)).Value;

    /// <summary>
    /// The package's types; null if no code of the compilation can use them: no file names the package, and no other reference
    /// depends on it and could expose its types.
    /// </summary>
    internal static FailScopeTypes? UsedBy(Compilation compilation, CancellationToken cancellationToken) =>
        ReferencedBy(compilation) is { } types
        && (compilation.SyntaxTrees.Any(tree => NamesPackage(tree, cancellationToken)) || types.ReferencedThroughAnother(compilation))
            ? types
            : null;

    /// <summary>The kind of a scope key type, nullable or not; null for any other type.</summary>
    internal ScopeKind? KindOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type is INamedTypeSymbol { TypeKind: TypeKind.Struct } key && _scopeKeys.TryGetValue(key, out ScopeKind kind) ? kind : null;
    }

    /// <summary>Whether a declaration of this assembly can have one of the package's attributes.</summary>
    internal bool CanAnnotate(IAssemblySymbol? assembly, Compilation compilation) =>
        assembly is not null
        && (SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
            || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Package.Name)));

    private static bool NamesPackage(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!TreeNamesPackage.TryGetValue(tree, out object? names))
        {
            // No value factory, because a cancelled read must not be cached.
            names = tree.GetText(cancellationToken).ToString().Contains(Name) ? True : False;
            TreeNamesPackage.GetValue(tree, _ => names);
        }

        return ReferenceEquals(names, True);
    }

    private bool ReferencedThroughAnother(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly =>
            !SymbolEqualityComparer.Default.Equals(assembly, Package) && CanAnnotate(assembly, compilation));
}
