using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>
/// A catalog in a project whose C# version has no partial properties. The compiler reports an error for every member, but none of
/// them says what to do.
/// </summary>
internal static class LanguageVersionRule
{
    // The compiler version that this assembly references does not have this enumeration member.
    private const int CSharp13 = 1300;

    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        // Reported at a part that the user wrote. The generated part, which may come first, has no attribute.
        if (catalog.Parts.Find(part => part.AttributeLists.Count > 0) is { } part
            && part.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: var version }
            && (int)version < CSharp13)
        {
            string remedy = Enum.IsDefined(typeof(LanguageVersion), CSharp13)
                ? "set <LangVersion>13</LangVersion> or later in the project file"
                : "build with the .NET 9 SDK, Visual Studio 2022 17.12, or later";
            report.Add(Descriptors.LanguageVersion, part.Identifier, version.ToDisplayString(), remedy);
        }
    }
}
