using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>
/// A catalog in a project whose C# has no partial properties. The compiler then has an error for every member, and none of
/// them says what to do.
/// </summary>
internal static class LanguageVersionRule
{
    // Not a member of the enumeration in the compiler that this assembly is built against.
    private const int CSharp13 = 1300;

    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        if (catalog.Parts.Count > 0
            && catalog.Parts[0].SyntaxTree.Options is CSharpParseOptions { LanguageVersion: var version }
            && (int)version < CSharp13)
        {
            string remedy = Enum.IsDefined(typeof(LanguageVersion), CSharp13)
                ? "set <LangVersion>13</LangVersion>, or a later one, in the project file"
                : "build with the .NET 9 SDK or Visual Studio 2022 17.12, or a later one";
            report.Add(Descriptors.LanguageVersion, catalog.Parts[0].Identifier, version.ToDisplayString(), remedy);
        }
    }
}
