using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Generation;

/// <summary>A change of the project can change the catalog too, even if no file of the catalog changes.</summary>
public class FindingProjectTests
{
    private const string Catalog = """
        using FailScope;

        namespace App;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider(Addresses.First)]
            public static partial Provider P { get; }
        }
        """;

    private const string Addresses = """public static class Addresses { public const string First = "https://own.example/v1"; }""";

    private const string NearerAddresses = """namespace App { internal static class Addresses { public const string First = "https://friend.example/v1"; } }""";

    [Fact]
    public void A_new_assembly_name_makes_the_internals_of_a_friend_visible()
    {
        CSharpCompilation stranger = GeneratorHarness.Compile(Catalog, Addresses).AddReferences(Library("Friend"));

        Check(stranger, "own", stranger.WithAssemblyName("Friend"), "friend");
        Check(stranger.WithAssemblyName("Friend"), "friend", stranger.WithAssemblyName("Other"), "own");
    }

    [Fact]
    public void A_signing_key_in_another_file_makes_the_internals_of_a_friend_visible() => WithKey((unsigned, keyFile) => Check(
        unsigned,
        "own",
        unsigned.ReplaceSyntaxTree(
            unsigned.SyntaxTrees[2],
            CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyKeyFile(@\"{keyFile}\")]", GeneratorHarness.ParseOptions, "/src/File2.cs", cancellationToken: TestContext.Current.CancellationToken)),
        "friend"));

    [Fact]
    public void A_signing_key_in_the_options_makes_the_internals_of_a_friend_visible() => WithKey((unsigned, keyFile) =>
    {
        CSharpCompilation signed = unsigned.WithOptions(unsigned.Options.WithCryptoKeyFile(keyFile));
        Check(unsigned, "own", signed, "friend");
        Check(signed, "friend", unsigned, "own");
    });

    [Fact]
    public void A_reference_that_is_added_removed_or_aliased_is_noticed()
    {
        CSharpCompilation without = GeneratorHarness.Compile(Catalog, Addresses);
        MetadataReference library = Library("Consumer");
        CSharpCompilation with = without.AddReferences(library);

        Check(without, "own", with, "friend");
        Check(with, "friend", without, "own");
        Check(with, "friend", with.ReplaceReference(library, library.WithAliases(["Hidden"])), "own");
    }

    [Fact]
    public void An_edited_referenced_project_is_noticed()
    {
        CSharpCompilation library = GeneratorHarness.Compile(NearerAddresses.Replace("internal", "public")).WithAssemblyName("Library");
        CSharpCompilation edited = GeneratorHarness.Compile(NearerAddresses.Replace("internal", "public").Replace("friend.example", "edited.example")).WithAssemblyName("Library");
        MetadataReference reference = library.ToMetadataReference();
        CSharpCompilation before = GeneratorHarness.Compile(Catalog, Addresses).AddReferences(reference);

        Check(before, "friend", before.ReplaceReference(reference, edited.ToMetadataReference()), "edited");
    }

    // A project that is not signed, and a library that makes its internals visible to one that is signed with the key.
    private static void WithKey(Action<CSharpCompilation, string> check)
    {
        string keyFile = Path.Combine(Directory.CreateTempSubdirectory("failscope-").FullName, "key.snk");
        try
        {
            using var rsa = new RSACryptoServiceProvider(1024);
            File.WriteAllBytes(keyFile, rsa.ExportCspBlob(includePrivateParameters: true));
            CSharpCompilationOptions options = GeneratorHarness.Compile().Options.WithStrongNameProvider(new DesktopStrongNameProvider()).WithDelaySign(true);
            string publicKey = Convert.ToHexString([.. GeneratorHarness.Compile("").WithOptions(options.WithCryptoKeyFile(keyFile)).Assembly.Identity.PublicKey]);
            Assert.NotEmpty(publicKey);
            check(GeneratorHarness.Compile(Catalog, Addresses, "").WithOptions(options).AddReferences(Library($"Consumer, PublicKey={publicKey}", keyFile)), keyFile);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(keyFile)!, recursive: true);
        }
    }

    private static void Check(CSharpCompilation before, string addressBefore, CSharpCompilation after, string addressAfter)
    {
        GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(before, TestContext.Current.CancellationToken);
        Assert.Contains($"https://{addressBefore}.example/v1", Text(driver), StringComparison.Ordinal);

        Assert.Contains($"https://{addressAfter}.example/v1", Text(driver.RunGenerators(after, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    private static string Text(GeneratorDriver driver) => Assert.Single(Assert.Single(driver.GetRunResult().Results).GeneratedSources).SourceText.ToString();

    private static PortableExecutableReference Library(string friend, string? keyFile = null)
    {
        CSharpCompilation library = GeneratorHarness.Compile($"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]", NearerAddresses).WithAssemblyName("Library");
        if (keyFile is not null)
        {
            library = library.WithOptions(library.Options.WithStrongNameProvider(new DesktopStrongNameProvider()).WithCryptoKeyFile(keyFile));
        }

        using var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = library.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
        stream.Position = 0;
        return MetadataReference.CreateFromStream(stream);
    }
}
