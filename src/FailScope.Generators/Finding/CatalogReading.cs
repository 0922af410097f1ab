using System.Collections.Immutable;
using FailScope.Generators.Models;
using FailScope.Generators.PriceLists;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Finding;

/// <summary>
/// What was read from a marked class, and what the result depends on. A name in it can only change its meaning with: a file that
/// declares such a name, a namespace of that name that appears or disappears, a global using, a reference, the options, a price list, and the
/// assembly's name or key, which decide whether the internals of a friend are visible. While all of them are the same, the class
/// says the same, whatever else was edited. Parse options need no check of their own: a change of them replaces every tree.
/// </summary>
internal sealed class CatalogReading
{
    private readonly HashSet<string> _names;
    private readonly string? _assemblyName;
    private readonly CompilationOptions _options;
    private readonly HashSet<string> _namespaces;

    // Held weakly: a reference may be the whole compilation of another project. One that was collected equals none that is alive.
    private readonly WeakReference<MetadataReference>[] _references;
    private readonly WeakReference<ProjectPriceLists> _lists;
    private readonly WeakReference<TreeOutline>[] _sources;

    /// <param name="model">What was read; null where the class is no catalog or cannot be extended.</param>
    /// <param name="names">The names that were bound by the compiler.</param>
    /// <param name="compilation">Where it was read.</param>
    /// <param name="lists">The price lists of the project.</param>
    /// <param name="outlines">Those of all files of the compilation.</param>
    internal CatalogReading(CatalogModel? model, HashSet<string> names, Compilation compilation, ProjectPriceLists lists, IReadOnlyList<TreeOutline> outlines)
    {
        Model = model;
        _names = names;
        _assemblyName = compilation.AssemblyName;
        _options = compilation.Options;
        _lists = new(lists);
        _references = Weakly(compilation.ExternalReferences);

        // What those files declare may depend on names of its own: a constant on another constant, a nested type on a base class.
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

    /// <summary>Whether reading the class again in this compilation would give the same result.</summary>
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

    // Most files declare a name or two. A generated one may declare thousands.
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
