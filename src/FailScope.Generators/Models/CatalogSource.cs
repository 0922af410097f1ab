using System.Globalization;
using System.Text;

namespace FailScope.Generators.Models;

/// <summary>A catalog and the name of the file that is generated from it.</summary>
internal readonly record struct CatalogSource(CatalogModel Catalog, string HintName)
{
    internal static IEnumerable<CatalogSource> Name(EquatableArray<CatalogModel> catalogs)
    {
        // If two file names differ only in case, all output is lost (CS8785). Two catalogs can have such names.
        var count = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (CatalogModel catalog in catalogs)
        {
            string name = FileName(catalog.FullName);
            count[name] = count.TryGetValue(name, out int before) ? before + 1 : 1;
        }

        string? last = null;
        foreach (CatalogModel catalog in catalogs)
        {
            // A class and a record with the same name are a compiler error, but two files with the same name would lose all
            // output.
            if (catalog.FullName == last)
            {
                continue;
            }

            last = catalog.FullName;
            string name = FileName(catalog.FullName);
            yield return new CatalogSource(catalog, count[name] == 1 ? $"{name}.g.cs" : $"{name}.{Hash(catalog.FullName)}.g.cs");
        }
    }

    // Identifiers can contain letters that are not allowed in file names.
    private static string FileName(string fullName)
    {
        var name = new StringBuilder(fullName.Length);
        foreach (char c in fullName)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_')
            {
                name.Append(c);
            }
            else if (c < 128)
            {
                name.Append('-');
            }
            else
            {
                name.Append('-').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return name.ToString();
    }

    // FNV-1a over code units, because string.GetHashCode differs between machines.
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
