using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class ChainWithoutEmbeddingSpaceTests : RuleTests<ChainWithoutEmbeddingSpaceAnalyzer>
{
    protected override string Id => DiagnosticIds.ChainWithoutEmbeddingSpace;

    protected override string Hit => Source("_ = new FallbackEmbeddingGenerator<string, float>({|#0:Models.Chat|}, 0);");

    [Theory]
    [InlineData("services.AddFallbackEmbeddingGenerator([|Models.Chat|]);")]
    [InlineData("services.AddKeyedFallbackEmbeddingGenerator(\"key\", [|Models.Chat|]);")]
    [InlineData("Registrations.AddFallbackEmbeddingGenerator(chain: [|Models.Chat|], services: services);")]
    [InlineData("FallbackEmbeddingGenerator<string, float> generator = new([|Models.Chat|], 0);")]
    [InlineData("_ = new FallbackEmbeddingGenerator<string, float>([|Models.Blank|], 0);")]
    public Task A_chain_without_embedding_spaces_used_for_embeddings_is_reported(string statement) => Analyzing<ChainWithoutEmbeddingSpaceAnalyzer>.Reports(Source(statement));

    [Theory]
    [InlineData("_ = new FallbackEmbeddingGenerator<string, float>(Models.Embed, 0);")]
    [InlineData("services.AddFallbackEmbeddingGenerator(Models.Embed);")]
    [InlineData("_ = new FallbackEmbeddingGenerator<string, float>(Models.Mixed, 0);")]
    [InlineData("services.AddFallbackChatClient(Models.Chat);")]
    [InlineData("_ = new System.Lazy<FallbackChain>(Models.Chat);")]
    [InlineData("_ = new FallbackEmbeddingGenerator<string, float>(Own, 0);")]
    public Task A_chain_with_embedding_spaces_and_other_uses_are_not_reported(string statement) => Analyzing<ChainWithoutEmbeddingSpaceAnalyzer>.ReportsNothing(Source(statement));

    [Fact]
    public Task A_method_with_the_same_name_in_another_library_is_not_reported() =>
        Analyzing<ChainWithoutEmbeddingSpaceAnalyzer>.ReportsNothing("""
            using FailScope;

            [ModelCatalog]
            public static partial class Models
            {
                [Provider("https://p.example")] public static partial Provider P { get; }
                [Credential(nameof(P))] public static partial Credential C { get; }
                [Model("chat", nameof(C))] public static partial Model Talks { get; }
                [FallbackChain(nameof(Talks))] public static partial FallbackChain Chat { get; }
                static void AddFallbackEmbeddingGenerator(FallbackChain chain) => AddFallbackEmbeddingGenerator(Models.Chat);
            }
            """);

    private static string Source(string statement) => $$"""
        using FailScope;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://p.example")] public static partial Provider P { get; }
            [Credential(nameof(P))] public static partial Credential C { get; }
            [Model("chat", nameof(C))] public static partial Model Talks { get; }
            [Model("chat-2", nameof(C), EmbeddingSpace = "")] public static partial Model TalksToo { get; }
            [Model("embed", nameof(C), EmbeddingSpace = "embed/3")] public static partial Model Embeds { get; }
            [FallbackChain(nameof(Talks))] public static partial FallbackChain Chat { get; }
            [FallbackChain(nameof(TalksToo), nameof(Talks))] public static partial FallbackChain Blank { get; }
            [FallbackChain(nameof(Embeds))] public static partial FallbackChain Embed { get; }
            [FallbackChain(nameof(Embeds), nameof(Talks))] public static partial FallbackChain Mixed { get; }
        }

        class Startup
        {
            static FallbackChain Own => Models.Chat;

            void Configure(object services)
            {
                {{statement}}
            }
        }

        namespace FailScope
        {
            // The same declarations as in the client package.
            sealed class FallbackEmbeddingGenerator<TInput, TEmbedding>
            {
                public FallbackEmbeddingGenerator(FallbackChain chain, object createGenerator) { }
            }

            static class Registrations
            {
                public static void AddFallbackEmbeddingGenerator(this object services, FallbackChain chain) { }
                public static void AddKeyedFallbackEmbeddingGenerator(this object services, object key, FallbackChain chain) { }
                public static void AddFallbackChatClient(this object services, FallbackChain chain) { }
            }
        }
        """;
}
