namespace FailScope.Package.Tests.Editor.Fixes;

internal static partial class FixSamples
{
    private static IEnumerable<FixSample> OfTheCatalog =>
    [
        new(
            "FSC1001",
            "Make the type partial",
            Catalog("").Replace("static partial class Models", "static class [|Models|] // all of them", StringComparison.Ordinal),
            Catalog("").Replace("static partial class Models", "static partial class Models // all of them", StringComparison.Ordinal)),
        new(
            "FSC1001 file",
            "Make the type partial and not file-local",
            Catalog("").Replace("public static partial class Models", "file static class [|Models|]", StringComparison.Ordinal),
            Catalog("").Replace("public static partial class Models", "static partial class Models", StringComparison.Ordinal)),
        InCatalog(
            "FSC1002",
            "Change to a static partial property with a getter",
            """
            [Model("anthropic/claude-haiku-4.5", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
            public static Model [|Haiku|] { get; set; } = null!; // the fast one
            """,
            """
            [Model("anthropic/claude-haiku-4.5", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
            public static partial Model Haiku { get; } // the fast one
            """),
        InCatalog(
            "FSC1002 comments",
            "Change to a static partial property with a getter",
            """
            /// <summary>The fast one.</summary>
            [Model("anthropic/claude-haiku-4.5", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
            /* all may use it */ public static Model [|Haiku|]
            {
                get; // read often
                set; /* never set */
            }
            """,
            """
            /// <summary>The fast one.</summary>
            [Model("anthropic/claude-haiku-4.5", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
            /* all may use it */ public static partial Model Haiku { get; } /* read often */ /* never set */
            """),
        InCatalog(
            "FSC1002 type",
            "Change the type to Model",
            """
            [Model("anthropic/claude-haiku-4.5", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
            public static partial /* which? */ [|Model?|] Haiku { get; }
            """,
            """
            [Model("anthropic/claude-haiku-4.5", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
            public static partial /* which? */ Model Haiku { get; }
            """),
        InCatalog(
            "FSC1004",
            "Change to nameof(GptOssFree)",
            """
            [FallbackChain(
                nameof(Sonnet), // the best
                [|nameof(GptOssFre)|], // costs nothing
                Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }
            """,
            """
            [FallbackChain(
                nameof(Sonnet), // the best
                nameof(GptOssFree), // costs nothing
                Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }
            """),
        InCatalog(
            "FSC1004 listed",
            "Add the model 'ClaudeHaiku45' from the price list",
            """
            /// <summary>Answers chats.</summary>
            [FallbackChain(nameof(Sonnet), [|"anthropic/claude-haiku-4.5"|] /* fast */, nameof(GptOssFree), Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }
            """,
            """
            [Model("anthropic/claude-haiku-4.5", nameof(Main), FromPriceList = true)]
            public static partial Model ClaudeHaiku45 { get; }

            /// <summary>Answers chats.</summary>
            [FallbackChain(nameof(Sonnet), nameof(ClaudeHaiku45) /* fast */, nameof(GptOssFree), Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }
            """),
        InCatalog(
            "FSC1018",
            "Remove 'Free = true'",
            """
            [Model("anthropic/claude-haiku-4.5", nameof(Main), Free = [|true|], InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
            public static partial Model Haiku { get; }
            """,
            """
            [Model("anthropic/claude-haiku-4.5", nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
            public static partial Model Haiku { get; }
            """),
        InCatalog(
            "FSC1018 comments",
            "Remove 'Free = true'",
            """
            [Model("anthropic/claude-haiku-4.5", nameof(Main),
                InputUsdPerMillion = 1, // in
                OutputUsdPerMillion = 5, // out
                Free = [|true|])] // since May
            public static partial Model Haiku { get; }
            """,
            """
            [Model("anthropic/claude-haiku-4.5", nameof(Main),
                InputUsdPerMillion = 1, // in
                OutputUsdPerMillion = 5 // out
                )] // since May
            public static partial Model Haiku { get; }
            """),
        InCatalog(
            "FSC1023",
            "Change to nameof(Main)",
            """
            [Model("anthropic/claude-haiku-4.5", credential: /* the only one */ [|"Main"|], InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
            public static partial Model Haiku { get; }
            """,
            """
            [Model("anthropic/claude-haiku-4.5", credential: /* the only one */ nameof(Main), InputUsdPerMillion = 1, OutputUsdPerMillion = 5)]
            public static partial Model Haiku { get; }
            """),
        new(
            "FSC1025",
            "Add [ModelCatalog]",
            Catalog("").Replace("[ModelCatalog]\n", "", StringComparison.Ordinal).Replace("class Models", "class [|Models|]", StringComparison.Ordinal),
            Catalog("")),
    ];
}
