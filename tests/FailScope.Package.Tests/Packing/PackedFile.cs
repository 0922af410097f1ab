using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace FailScope.Package.Tests.Packing;

/// <summary>A packed file, opened as an archive.</summary>
internal sealed class PackedFile(string path)
{
    /// <summary>The path of every entry, in ordinal order. An entry that occurs twice is listed twice.</summary>
    internal IReadOnlyList<string> Entries
    {
        get
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            return [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The metadata element of the specification.</summary>
    internal XElement Metadata
    {
        get
        {
            string specification = Assert.Single(Entries, entry => entry.EndsWith(".nuspec", StringComparison.Ordinal));
            return Assert.Single(XDocument.Load(new MemoryStream(Read(specification))).Root!.Elements());
        }
    }

    /// <summary>The text of a child of the metadata element; null if there is none.</summary>
    internal string? this[string element] => Child(element)?.Value;

    /// <summary>A child of the metadata element, whatever namespace this version of the format has.</summary>
    internal XElement? Child(string element) => Metadata.Elements().SingleOrDefault(child => child.Name.LocalName == element);

    /// <summary>One line for each dependency: target framework, id, and the excluded assets.</summary>
    internal IEnumerable<string> Dependencies =>
        from @group in Child("dependencies")!.Elements()
        from dependency in @group.Elements().DefaultIfEmpty()
        select dependency is null
            ? $"{@group.Attribute("targetFramework")!.Value}: nothing"
            : $"{@group.Attribute("targetFramework")!.Value}: {dependency.Attribute("id")!.Value} without {dependency.Attribute("exclude")?.Value ?? "nothing"}";

    internal byte[] Read(string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream stream = archive.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The references of an assembly in the package.</summary>
    internal IReadOnlyDictionary<string, Version> References(string entry)
    {
        using var assembly = new PEReader([.. Read(entry)]);
        MetadataReader metadata = assembly.GetMetadataReader();
        return metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .ToDictionary(reference => metadata.GetString(reference.Name), reference => reference.Version, StringComparer.Ordinal);
    }
}
