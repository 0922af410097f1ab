using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Generation;

/// <summary>
/// A project with a catalog whose names depend on many files, on references and on options. It can be edited
/// as in an editor, from one compilation to the next, and its current state can be compiled from scratch.
/// </summary>
internal sealed class EditedProject
{
    /// <summary>A file with a constant that a constant in another file depends on.</summary>
    internal const int BaseFile = 6;

    private const string Catalog = """
        using FailScope;
        using App.Prices;

        namespace App.Llm;

        public partial class Outer : Root
        {
            [ModelCatalog]
            public static partial class Models
            {
                private const string Region = Regions.Default;

                [Provider("https://" + Region + "/v1")]
                public static partial Provider P { get; }

                [Credential(nameof(P), EnvironmentVariable = Names.Key)]
                public static partial Credential Main { get; }

                [Model("vendor/paid", nameof(Main), InputUsdPerMillion = List.Input, OutputUsdPerMillion = 15)]
                public static partial Model Paid { get; }

                [Model("vendor/open:free", nameof(Models.Main), ContextWindow = (int)Window.Large)]
                public static partial Model Free { get; }

                [FallbackChain(nameof(Paid), nameof(Free), Survives = LossOf.Credit)]
                public static partial FallbackChain Chat { get; }
            }
        }
        """;

    // The files of the project, and the versions that an edit can give them.
    private static readonly string[][] Files =
    [
        [
            Catalog,
            Catalog.Replace("[ModelCatalog]", "[Marked]"),
            Catalog.Replace("[ModelCatalog]", "[Everywhere]"),
            Catalog.Replace("[ModelCatalog]", ""),
            Catalog.Replace("using FailScope;", "using FailScope; using Marked = FailScope.ModelCatalogAttribute; using Model = App.Other.Model;"),
            Catalog.Replace("\"vendor/paid\"", "\"vendor/other\""),
            Catalog.Replace("using App.Prices;", ""),
            "extern alias Library;\n" + Catalog.Replace("Regions.Default", "Library::App.Llm.Regions.Default"),
            Catalog.Replace("nameof(Main), InputUsdPerMillion", """
                nameof(Main),
                #if EXPENSIVE
                ReasoningUsdPerMillion = 900,
                #endif
                InputUsdPerMillion
                """),
        ],
        ["", "namespace App.Llm { public class ModelAttribute : System.Attribute { public ModelAttribute(string id, string credential) { } } }", "namespace App { class Model; }", "class Model;"],
        ["namespace App.Other { public class Model; }", "namespace App.Other { public class Modell; }"],
        ["", "namespace App.FailScope { }", "namespace App.FailScope { public class Model; public class ModelCatalogAttribute : System.Attribute; }"],
        ["", "global using Everywhere = FailScope.ModelCatalogAttribute;", "global using App.Extra;", "global using static App.Constants;"],
        ["namespace App.Prices { static class List { public const double Input = Base.Input; } }", "namespace App.Prices { static class List { public const double Input = 7; } }", "namespace App.Prices { static class List { public static double Input => 7; } }"],
        ["static class Base { public const double Input = 3; }", "static class Base { public const double Input = 4; }", "class Base;"],
        ["namespace App.Llm { static class Names { public const string Key = \"A_KEY\"; } }", "namespace App.Llm { static class Names { public const string Key = nameof(Names); } }", ""],
        ["namespace App { enum Window { Small = 1000, Large = 2000 } }", "namespace App { enum Window { Large = 1000 + Extra.Tokens } }", "namespace App { static class Window { public const long Large = 5; } }"],
        ["static class Extra { public const int Tokens = 1; }", "static class Extra { public const int Tokens = 2; }", "namespace App { static class Extra { public const int Tokens = 3; } }"],
        ["namespace App.Llm { public class Root : Deep; }", "namespace App.Llm { public class Root; }", ""],
        ["public class Deep;", "public class Deep { public class Model; }", "public class Deep { public enum LossOf { Credit = 8 } }"],
        ["static class Regions { public const string Default = \"eu.example\"; }", "static class Regions { public const string Default = \"\"; }", "static class Regions { public const int Default = 1; }"],
        ["", "namespace App.Llm; public partial class Outer { static partial class Models { [FailScope.Model(\"x/y\", nameof(Main))] public static partial FailScope.Model More { get; } } }", "namespace App.Llm; partial class Outer { [FailScope.ModelCatalog] static partial class Models; }", "namespace App.Llm; partial class Outer { class Provider; }"],
        ["namespace App.Extra { class Credential; }", "namespace App { static class Constants { public const int Large = 1; } }", "namespace App { static class Constants { public class FallbackChain; } }"],
        ["", "#if EXPENSIVE\nclass LossOf;\n#endif"],
        ["", "[assembly: System.Reflection.AssemblyKeyFile(\"none.snk\")]", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]"],
        ["class Unrelated { int a; }", "class Unrelated { string b; }"],
    ];

    /// <summary>A file with no name that the catalog uses.</summary>
    internal static readonly int UnrelatedFile = Files.Length - 1;

    // What can be edited besides the files. The versions of each are in one of the lists below.
    private static readonly int AssemblyNamePart = Files.Length;
    private static readonly int ReferencesPart = Files.Length + 1;
    private static readonly int OptionsPart = Files.Length + 2;
    private static readonly int ParseOptionsPart = Files.Length + 3;
    private static readonly int FileOrderPart = Files.Length + 4;

    private static readonly string[] AssemblyNames = ["Consumer", "Friend"];

    // Its namespace is nearer to the catalog than those of the files, so its declarations take precedence wherever it is visible.
    private static readonly MetadataReference Library = Compile("""
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Friend")]
        namespace App.Llm { internal static class Regions { public const string Default = "internal.example"; } }
        """);

    private static readonly MetadataReference OpenLibrary = Compile("""
        namespace App.Llm { public static class Regions { public const string Default = "open.example"; } }
        """);

    private static readonly MetadataReference[][] References =
        [[], [Library], [OpenLibrary], [OpenLibrary.WithAliases(["Library"])], [OpenLibrary.WithAliases(["Library", "global"])]];

    private static readonly CSharpCompilationOptions DefaultOptions = GeneratorHarness.Compile().Options;

    private static readonly CSharpCompilationOptions[] Options =
    [
        DefaultOptions,
        DefaultOptions.WithNullableContextOptions(NullableContextOptions.Disable),
        DefaultOptions.WithAllowUnsafe(true),
        DefaultOptions.WithMetadataImportOptions(MetadataImportOptions.All),
        DefaultOptions.WithOutputKind(OutputKind.ConsoleApplication),
    ];

    private static readonly CSharpParseOptions[] AllParseOptions =
    [
        GeneratorHarness.ParseOptions,
        GeneratorHarness.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp12),
        GeneratorHarness.ParseOptions.WithPreprocessorSymbols("EXPENSIVE"),
        GeneratorHarness.ParseOptions.WithDocumentationMode(DocumentationMode.None),
    ];

    private static readonly int[] Versions =
        [.. Files.Select(file => file.Length), AssemblyNames.Length, References.Length, Options.Length, AllParseOptions.Length, 2];

    /// <summary>Edits: the part, and its new version.</summary>
    internal static readonly Gen<(int Part, int Version)[]> Edits =
        (from part in Gen.Int[0, Versions.Length - 1]
         from version in Gen.Int[0, Versions[part] - 1]
         select (part, version)).Array[1, 12];

    private readonly int[] _versions = new int[Versions.Length];

    internal EditedProject() => Compilation = CompileAnew();

    internal CSharpCompilation Compilation { get; private set; }

    internal CSharpParseOptions ParseOptions => AllParseOptions[_versions[ParseOptionsPart]];

    private string AssemblyName => AssemblyNames[_versions[AssemblyNamePart]];

    private IEnumerable<MetadataReference> AllReferences => GeneratorHarness.References.Concat(References[_versions[ReferencesPart]]);

    /// <summary>Gives a part another version. All parts that are not edited stay the same objects.</summary>
    internal void Edit(int part, int version)
    {
        if (_versions[part] == version)
        {
            return;
        }

        _versions[part] = version;
        Compilation = part == AssemblyNamePart ? Compilation.WithAssemblyName(AssemblyName)
            : part == ReferencesPart ? Compilation.WithReferences(AllReferences)
            : part == OptionsPart ? Compilation.WithOptions(Options[version])
            : part == ParseOptionsPart ? Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(InOrder(Parse))
            : part == FileOrderPart ? Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(Compilation.SyntaxTrees.Reverse())
            : Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees.Single(tree => tree.FilePath == Path(part)), Parse(part));
    }

    internal CSharpCompilation CompileAnew() =>
        CSharpCompilation.Create(AssemblyName, InOrder(Parse), AllReferences, Options[_versions[OptionsPart]]);

    private IEnumerable<SyntaxTree> InOrder(Func<int, SyntaxTree> parse)
    {
        IEnumerable<SyntaxTree> trees = Enumerable.Range(0, Files.Length).Select(parse);
        return _versions[FileOrderPart] == 0 ? trees : trees.Reverse();
    }

    private SyntaxTree Parse(int file) => CSharpSyntaxTree.ParseText(Files[file][_versions[file]], ParseOptions, Path(file));

    private static string Path(int file) => $"/src/File{file}.cs";

    private static MetadataReference Compile(string library)
    {
        using var stream = new MemoryStream();
        Assert.True(GeneratorHarness.Compile(library).WithAssemblyName("Library").Emit(stream).Success);
        stream.Position = 0;
        return MetadataReference.CreateFromStream(stream);
    }
}
