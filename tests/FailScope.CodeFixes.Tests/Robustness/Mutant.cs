using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>A catalog and code around it, after some random changes.</summary>
internal sealed record Mutant(uint Seed, IReadOnlyList<string> Files, LanguageVersion Language, NullableContextOptions Nullable)
{
    /// <summary>Creates the same mutant for the same seed.</summary>
    internal static Mutant Create(uint seed)
    {
        var random = new Random(unchecked((int)seed));
        var catalog = new CatalogText(random);
        (List<string> files, string? name) = catalog.Write();
        if (random.Next(3) > 0)
        {
            files.Add(UseText.Write(random, name, catalog.AnyKey, catalog.AnyChain));
        }

        var mutator = new Mutator(random);
        int changes = random.Next(10) switch { 0 => 0, < 7 => 1, < 9 => 2, _ => random.Next(3, 8) };
        for (int i = 0; i < changes; i++)
        {
            mutator.Mutate(files);
        }

        LanguageVersion language = random.Next(20) switch { 0 => LanguageVersion.CSharp12, < 6 => LanguageVersion.Preview, _ => LanguageVersion.CSharp13 };
        return new Mutant(seed, files, language, random.Next(4) == 0 ? NullableContextOptions.Disable : NullableContextOptions.Enable);
    }

    /// <summary>The price lists of its project.</summary>
    internal MutantPrices Prices => MutantPrices.Of(Seed);

    public override string ToString() =>
        $"Seed {Seed}, C# {Language.ToDisplayString()}, nullable {Nullable}\n" + string.Join("\n", Files.Select((file, i) => $"----- File{i}.cs\n{file}")) + "\n-----";
}
