using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace FailScope.Tool.Checking;

/// <summary>
/// Finds the declarations of catalog members in the source files that an assembly's symbols name. The symbols have no line numbers
/// for properties without a body, so the files are searched.
/// </summary>
internal sealed partial class SourceFinder
{
    private const long LargestSource = 16L * 1024 * 1024;

    private readonly Dictionary<(string Type, string Name), SourceLocation> _declarations = [];

    internal SourceFinder(string assembly)
    {
        foreach (string file in Documents(assembly).Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal) && File.Exists(file)))
        {
            Read(file);
        }
    }

    /// <summary>Where a member of a catalog is declared; null if unknown.</summary>
    internal SourceLocation? Find(string catalog, string member)
    {
        string type = catalog[(catalog.LastIndexOfAny(['.', '+']) + 1)..];
        return _declarations.GetValueOrDefault((type, member));
    }

    private void Read(string file)
    {
        if (new FileInfo(file).Length > LargestSource)
        {
            return;
        }

        string type = "";
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (TypeDeclaration().Match(line) is { Success: true } declared)
            {
                type = declared.Groups[1].Value;
            }
            else if (MemberDeclaration().Match(line) is { Success: true } member)
            {
                _declarations.TryAdd((type, member.Groups[1].Value), new SourceLocation(file, number));
            }
        }
    }

    private static string[] Documents(string assembly)
    {
        try
        {
            using FileStream stream = File.OpenRead(assembly);
            using var image = new PEReader(stream);
            if (!image.TryOpenAssociatedPortablePdb(assembly, static path => File.Exists(path) ? File.OpenRead(path) : null, out MetadataReaderProvider? symbols, out _))
            {
                return [];
            }

            using (symbols)
            {
                MetadataReader reader = symbols!.GetMetadataReader();
                return [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
            }
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"\bpartial\s+(?:class|struct|record|interface)\s+(?:class\s+|struct\s+)?@?(\w+)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\bpartial\s+(?:global::)?(?:FailScope\.)?(?:Provider|BillingAccount|Credential|Model|FallbackChain)\s+@?(\w+)")]
    private static partial Regex MemberDeclaration();
}
