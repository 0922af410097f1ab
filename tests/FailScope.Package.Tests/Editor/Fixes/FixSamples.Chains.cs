namespace FailScope.Package.Tests.Editor.Fixes;

internal static partial class FixSamples
{
    private static IEnumerable<FixSample> OfChains =>
    [
        InCatalog(
            "FSC2007",
            "Remove from the chain",
            """
            [FallbackChain(nameof(Sonnet), nameof(GptOssFree), [|nameof(Sonnet)|], Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }
            """,
            """
            [FallbackChain(nameof(Sonnet), nameof(GptOssFree), Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }
            """),
        InCatalog(
            "FSC2007 comments",
            "Remove from the chain",
            """
            [FallbackChain(
                nameof(Sonnet), // the best
                nameof(GptOssFree), // costs nothing
                [|nameof(Sonnet)|], // again
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
            "FSC2007 last",
            "Remove from the chain",
            """
            [FallbackChain(
                nameof(Sonnet), // the best
                nameof(GptOssFree), // costs nothing
                [|nameof(Sonnet)|] // again
            )]
            public static partial FallbackChain Chat { get; }
            """,
            """
            [FallbackChain(
                nameof(Sonnet), // the best
                nameof(GptOssFree) // costs nothing
            )]
            public static partial FallbackChain Chat { get; }
            """),
        InCatalog(
            "FSC2008",
            "Remove from the chain",
            """
            #pragma warning disable FSC1019 // Both names are in use.
            [Model("openai/gpt-oss-20b:free", nameof(Main))]
            public static partial Model Copy { get; }
            #pragma warning restore FSC1019

            [FallbackChain(nameof(Sonnet), nameof(GptOssFree), [|nameof(Copy)|], Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }
            """,
            """
            #pragma warning disable FSC1019 // Both names are in use.
            [Model("openai/gpt-oss-20b:free", nameof(Main))]
            public static partial Model Copy { get; }
            #pragma warning restore FSC1019

            [FallbackChain(nameof(Sonnet), nameof(GptOssFree), Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }
            """),
        InCatalog(
            "FSC2014",
            "Set Survives to the losses that the chain survives",
            """
            [FallbackChain(nameof(Sonnet), nameof(GptOssFree))] // in this order
            public static partial FallbackChain [|Chat|] { get; }
            """,
            """
            [FallbackChain(nameof(Sonnet), nameof(GptOssFree), Survives = LossOf.Credit | LossOf.Model | LossOf.FreeQuota)] // in this order
            public static partial FallbackChain Chat { get; }
            """),
        InCatalog(
            "FSC2014 comments",
            "Set Survives to the losses that the chain survives",
            """
            [FallbackChain(
                nameof(Sonnet), // the best
                nameof(GptOssFree) // costs nothing
            )]
            public static partial FallbackChain [|Chat|] { get; }
            """,
            """
            [FallbackChain(
                nameof(Sonnet), // the best
                nameof(GptOssFree), // costs nothing
                Survives = LossOf.Credit | LossOf.Model | LossOf.FreeQuota
            )]
            public static partial FallbackChain Chat { get; }
            """),
    ];
}
