using System.Collections.Immutable;
using FailScope.Generators.Models;
using FailScope.Generators.PriceLists;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Finding;

/// <summary>
/// The result of parsing a catalog class, and everything that the result depends on. A name in it can change its meaning only
/// because of: a file that declares this name, a namespace with this name that is added or removed, a global using, a reference,
/// the options, a price list, or the assembly's name or key, which determine whether the internals of a friend assembly are
/// visible. While none of these changes, the result is the same, whatever else is edited. Parse options need no check, because
/// changing them replaces every tree.
/// </summary>
internal sealed class CatalogReading
{
    private readonly HashSet<string> _names;
    private readonly string? _assemblyName;
    private readonly CompilationOptions _options;
    private readonly HashSet<string> _namespaces;

    // Weak references, because a metadata reference can be the whole compilation of another project. A collected one is not equal
    // to any other.
    private readonly WeakReference<MetadataReference>[] _references;
    private readonly WeakReference<ProjectPriceLists> _lists;
    private readonly WeakReference<TreeOutline>[] _sources;

    /// <param name="model">The result; null if the class is not a catalog or cannot be extended.</param>
    /// <param name="names">The names that were bound by the compiler.</param>
    /// <param name="compilation">The compilation in which it was parsed.</param>
    /// <param name="lists">The price lists of the project.</param>
    /// <param name="outlines">The outlines of all files of the compilation.</param>
    internal CatalogReading(CatalogModel? model, HashSet<string> names, Compilation compilation, ProjectPriceLists lists, IReadOnlyList<TreeOutline> outlines)
    {
        Model = model;
        _names = names;
        _assemblyName = compilation.AssemblyName;
        _options = compilation.Options;
        _lists = new(lists);
        _references = Weakly(compilation.ExternalReferences);

        // The declarations in those files can depend on further names: a constant on another constant, a nested type on a base
        // class.
        List<TreeOutline> sources = Sources(names, outlines);
        for (int known = -1; known != names.Count; sources = Sources(names, outlines))
        {
            known = names.Count;
            foreach (TreeOutline source in sources)
            {
                names.UnionWith(source.Mentioned);
            }
        }

        _sources = Weakly(sources);
        _namespaces = Namespaces(names, outlines);
    }

    internal CatalogModel? Model { get; }

    /// <summary>Whether parsing the class again in this compilation would give the same result.</summary>
    internal bool HoldsIn(Compilation compilation, ProjectPriceLists lists, IReadOnlyList<TreeOutline> outlines) =>
        _assemblyName == compilation.AssemblyName
        && _options == compilation.Options
        && _lists.TryGetTarget(out ProjectPriceLists? known) && known.Equals(lists)
        && AreSame(_references, compilation.ExternalReferences)
        && AreSame(_sources, Sources(_names, outlines))
        && _namespaces.SetEquals(Namespaces(_names, outlines));

    private static WeakReference<T>[] Weakly<T>(IReadOnlyList<T> items)
        where T : class
    {
        var weak = new WeakReference<T>[items.Count];
        for (int i = 0; i < weak.Length; i++)
        {
            weak[i] = new(items[i]);
        }

        return weak;
    }

    private static bool AreSame<T>(WeakReference<T>[] before, IReadOnlyList<T> now)
        where T : class
    {
        if (before.Length != now.Count)
        {
            return false;
        }

        for (int i = 0; i < before.Length; i++)
        {
            if (!before[i].TryGetTarget(out T? item) || !ReferenceEquals(item, now[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static List<TreeOutline> Sources(HashSet<string> names, IReadOnlyList<TreeOutline> outlines)
    {
        var sources = new List<TreeOutline>();
        foreach (TreeOutline outline in outlines)
        {
            if (outline.ConcernsEveryFile || Overlap(outline.Declared, names))
            {
                sources.Add(outline);
            }
        }

        return sources;
    }

    // Most files declare one or two names. A generated file can declare thousands.
    private static bool Overlap(HashSet<string> left, HashSet<string> right) =>
        left.Count <= right.Count ? right.Overlaps(left) : left.Overlaps(right);

    private static HashSet<string> Namespaces(HashSet<string> names, IReadOnlyList<TreeOutline> outlines)
    {
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        foreach (TreeOutline outline in outlines)
        {
            foreach (string @namespace in outline.Namespaces)
            {
                if (names.Contains(@namespace.Substring(@namespace.LastIndexOf('.') + 1)))
                {
                    namespaces.Add(@namespace);
                }
            }
        }

        return namespaces;
    }
}
