using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;

namespace FailScope.Benchmarks.Generators;

/// <summary>A generator and its source, with a given number of attributed members.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Assembly">The generator's assembly.</param>
/// <param name="References">The references of its sources in addition to the framework.</param>
/// <param name="Source">Creates the source from the number of members and a number that changes one of them.</param>
internal sealed record GeneratorSubject(string Name, string Assembly, IReadOnlyList<string> References, Func<int, int, string> Source)
{
    /// <summary>The assembly of generator and analyzers, as it is packed.</summary>
    internal static string FailScopeAssembly { get; } = Metadata("FailScope.Generators");

    internal static GeneratorSubject FailScope { get; } = new("FailScope", FailScopeAssembly, [typeof(FallbackChain).Assembly.Location], Catalog);

    internal static IEnumerable<GeneratorSubject> Peers()
    {
        string json = Metadata("System.Text.Json");
        yield return new("System.Text.Json", Path.Combine(json, "analyzers/dotnet/cs/System.Text.Json.SourceGeneration.dll"), [], Json);
        string mapperly = Metadata("Riok.Mapperly");
        yield return new("Mapperly", Newest(mapperly, "analyzers", "Riok.Mapperly.dll"), [Newest(mapperly, "lib", "Riok.Mapperly.Abstractions.dll")], Mapperly);
        string mvvm = Metadata("CommunityToolkit.Mvvm");
        yield return new("CommunityToolkit.Mvvm", Newest(mvvm, "analyzers", "CommunityToolkit.Mvvm.SourceGenerators.dll"), [Path.Combine(mvvm, "lib/net8.0/CommunityToolkit.Mvvm.dll")], Mvvm);
    }

    /// <summary>The generators of the assembly, loaded like in a compiler.</summary>
    internal ISourceGenerator[] Load()
    {
        string folder = Path.GetDirectoryName(Assembly)!;
        AppDomain.CurrentDomain.AssemblyResolve += (_, missing) =>
        {
            string path = Path.Combine(folder, new AssemblyName(missing.Name).Name + ".dll");
            return File.Exists(path) ? System.Reflection.Assembly.LoadFrom(path) : null;
        };
        return
        [
            .. System.Reflection.Assembly.LoadFrom(Assembly).GetTypes()
                .Where(type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null)
                .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()),
        ];
    }

    private static string Metadata(string key) =>
        typeof(GeneratorSubject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    // Packages contain one generator for each range of compiler versions. This compiler would load the newest one.
    private static string Newest(string package, string folder, string file) =>
        Directory.EnumerateFiles(Path.Combine(package, folder), file, SearchOption.AllDirectories)
            .OrderBy(path => System.Text.RegularExpressions.Regex.Match(path, @"roslyn(\d+)\.(\d+)") is { Success: true } version
                ? (int.Parse(version.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) * 100) + int.Parse(version.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)
                : 0)
            .Last();

    private static string Catalog(int members, int salt)
    {
        var text = new StringBuilder("using FailScope; [ModelCatalog] public static partial class Cat { [Provider(\"https://x.example/v1\")] public static partial Provider P { get; } [Credential(nameof(P), EnvironmentVariable = \"K\")] public static partial Credential C { get; }\n");
        for (int i = 0; i < members; i++)
        {
            bool free = i % 5 == 4;
            text.Append($"[Model(\"v/m{i}x{(i == 0 ? salt : 0)}{(free ? ":free" : "")}\", nameof(C){(free ? "" : ", InputUsdPerMillion = 1, OutputUsdPerMillion = 2")}, ContextWindow = {1000 + i})] public static partial Model M{i} {{ get; }}\n");
        }

        for (int chain = 0; (chain * 10) + 10 <= members; chain++)
        {
            text.Append($"[FallbackChain({string.Join(", ", Enumerable.Range(chain * 10, 10).Select(i => $"nameof(M{i})"))})] public static partial FallbackChain F{chain} {{ get; }}\n");
        }

        return text.Append('}').ToString();
    }

    private static string Json(int members, int salt)
    {
        var text = new StringBuilder();
        for (int i = 0; i < members; i++)
        {
            text.Append($"public class A{i} {{ public int X{(i == 0 ? salt : 0)} {{ get; set; }} public string? Y {{ get; set; }} }}\n");
        }

        for (int i = 0; i < members; i++)
        {
            text.Append($"[System.Text.Json.Serialization.JsonSerializable(typeof(A{i}))]\n");
        }

        return text.Append("public partial class Ctx : System.Text.Json.Serialization.JsonSerializerContext;").ToString();
    }

    private static string Mapperly(int members, int salt)
    {
        var text = new StringBuilder();
        for (int i = 0; i < members; i++)
        {
            string properties = $"{{ public int X{(i == 0 ? salt : 0)} {{ get; set; }} public string? Y {{ get; set; }} }}";
            text.Append($"public class A{i} {properties} public class B{i} {properties}\n");
        }

        text.Append("[Riok.Mapperly.Abstractions.Mapper] public static partial class M {\n");
        for (int i = 0; i < members; i++)
        {
            text.Append($"public static partial B{i} Map(A{i} a);\n");
        }

        return text.Append('}').ToString();
    }

    private static string Mvvm(int members, int salt)
    {
        var text = new StringBuilder("using CommunityToolkit.Mvvm.ComponentModel; public partial class Vm : ObservableObject {\n");
        for (int i = 0; i < members; i++)
        {
            text.Append($"[ObservableProperty] private int f{i}_{(i == 0 ? salt : 0)};\n");
        }

        return text.Append('}').ToString();
    }
}
