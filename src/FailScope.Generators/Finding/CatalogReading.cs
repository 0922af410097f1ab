using System.Collections.Immutable;
using FailScope.Generators.Models;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Finding;

/// <summary>
/// What was read from a marked class, and everything that it was read from. The meaning of a name in it can only change with a
/// file that declares such a name, with a namespace so called that appears or disappears, with a global using, or with a
/// reference: while those are the same objects, the class says the same, whatever else was edited.
/// </summary>
internal sealed class CatalogReading
{
    private readonly HashSet<string> _names;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CompilationOptions _options;
    private readonly List<TreeOutline> _sources;
    private readonly HashSet<string> _namespaces;

    /// <param name="model">What was read; null where the class is no catalog or cannot be extended.</param>
    /// <param name="names">The names whose meaning was asked of the compiler.</param>
    /// <param name="compilation">Where it was read.</param>
    /// <param name="outlines">Those of all files of the compilation.</param>
    internal CatalogReading(CatalogModel? model, HashSet<string> names, Compilation compilation, IReadOnlyList<TreeOutline> outlines)
    {
        Model = model;
        _names = names;
        _references = compilation.ExternalReferences;
        _options = compilation.Options;
        _sources = Sources(names, outlines);

        // What those files declare may depend on names of its own: a constant on another constant, a nested type on a base class.
        for (int known = -1; known != names.Count; _sources = Sources(names, outlines))
        {
            known = names.Count;
            foreach (TreeOutline source in _sources)
            {
                names.UnionWith(source.Mentioned);
            }
        }

        _namespaces = Namespaces(names, outlines);
    }

    internal CatalogModel? Model { get; }

    /// <summary>Whether reading it again, here, would find the same.</summary>
    internal bool HoldsIn(Compilation compilation, IReadOnlyList<TreeOutline> outlines) =>
        (_references == compilation.ExternalReferences || _references.SequenceEqual(compilation.ExternalReferences))
        && _options == compilation.Options
        && _sources.SequenceEqual(Sources(_names, outlines))
        && _namespaces.SetEquals(Namespaces(_names, outlines));

    private static List<TreeOutline> Sources(HashSet<string> names, IReadOnlyList<TreeOutline> outlines)
    {
        var sources = new List<TreeOutline>();
        foreach (TreeOutline outline in outlines)
        {
            if (outline.HasGlobalUsings || Overlap(outline.Declared, names))
            {
                sources.Add(outline);
            }
        }

        return sources;
    }

    // Most files declare a name or two, a generated one may declare thousands.
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
