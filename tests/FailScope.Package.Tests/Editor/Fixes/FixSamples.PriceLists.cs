namespace FailScope.Package.Tests.Editor.Fixes;

internal static partial class FixSamples
{
    private static IEnumerable<FixSample> OfPriceLists =>
    [
        InCatalog("FSC4010", "Change to 'anthropic/claude-haiku-4.5'", Haiku("InputUsdPerMillion = 1, OutputUsdPerMillion = 5", "[|\"anthropic/claude-hiaku-4.5\"|]"), Haiku("InputUsdPerMillion = 1, OutputUsdPerMillion = 5")),
        InCatalog("FSC4013", "Change to 'anthropic/claude-haiku-4.5'", Haiku("InputUsdPerMillion = 1, OutputUsdPerMillion = 5", "[|\"anthropic/claude-haiku-4\"|]"), Haiku("InputUsdPerMillion = 1, OutputUsdPerMillion = 5")),
        InCatalog("FSC4014", "Change to 'anthropic/claude-haiku-4.5'", Haiku("FromPriceList = true", "[|\"anthropic/claude-hiaku-4.5\"|]"), Haiku("FromPriceList = true")),
        InCatalog("FSC4020", "Use the listed value 1", Haiku("InputUsdPerMillion = /* in */ [|0.8|] /* dollars */, OutputUsdPerMillion = 5"), Haiku("InputUsdPerMillion = /* in */ 1 /* dollars */, OutputUsdPerMillion = 5")),
        InCatalog("FSC4021", "Use the listed value 200_000", Haiku("FromPriceList = true, ContextWindow = [|128_000|]"), Haiku("FromPriceList = true, ContextWindow = 200_000")),
        InCatalog(
            "FSC4022",
            "Remove the capabilities that the price list denies",
            Other("InputUsdPerMillion = 3, OutputUsdPerMillion = 15,\n    Capabilities = [|ModelCapabilities.Tools | ModelCapabilities.AudioInput|]"),
            Other("InputUsdPerMillion = 3, OutputUsdPerMillion = 15,\n    Capabilities = ModelCapabilities.Tools")),
        InCatalog("FSC4024", "Declare the values from the price list", Haiku("", "[|\"anthropic/claude-haiku-4.5\"|]"), Haiku("InputUsdPerMillion = 1, OutputUsdPerMillion = 5, ContextWindow = 200_000")),
        InCatalog(
            "FSC4024 comments",
            "Declare the values from the price list",
            """
            [Model(
                [|"anthropic/claude-haiku-4.5"|], // the fast one
                nameof(Main) // one key for all
            )]
            public static partial Model Haiku { get; }
            """,
            """
            [Model(
                "anthropic/claude-haiku-4.5", // the fast one
                nameof(Main), // one key for all
                InputUsdPerMillion = 1,
                OutputUsdPerMillion = 5,
                ContextWindow = 200_000
            )]
            public static partial Model Haiku { get; }
            """),
        InCatalog("FSC4025", "Use the listed value 64_000", Other("InputUsdPerMillion = 3, OutputUsdPerMillion = 15, MaxOutputTokens = [|128_000|]"), Other("InputUsdPerMillion = 3, OutputUsdPerMillion = 15, MaxOutputTokens = 64_000")),
        InCatalog("FSC4030", "Declare the values from the price list", Haiku("Free = [|true|]"), Haiku("InputUsdPerMillion = 1, OutputUsdPerMillion = 5, ContextWindow = 200_000")),
        InCatalog(
            "FSC4030 comments",
            "Declare the values from the price list",
            """
            [Model(
                "anthropic/claude-haiku-4.5", // the fast one
                nameof(Main), // one key for all
                Free = [|true|], // they said
                MaxOutputTokens = 8_000)] // enough
            public static partial Model Haiku { get; }
            """,
            """
            [Model(
                "anthropic/claude-haiku-4.5", // the fast one
                nameof(Main), // one key for all
                MaxOutputTokens = 8_000,
                InputUsdPerMillion = 1,
                OutputUsdPerMillion = 5,
                ContextWindow = 200_000)] // enough
            public static partial Model Haiku { get; }
            """),
    ];

    private static string Haiku(string facts, string id = "\"anthropic/claude-haiku-4.5\"") => $$"""
        [Model({{id}}, nameof(Main){{(facts.Length > 0 ? ", " : "")}}{{facts}})]
        public static partial Model Haiku { get; }
        """;

    /// <summary>A second model with the same id through another key. The list has the most facts about this id.</summary>
    private static string Other(string facts) => $$"""
        [Credential(nameof(OpenRouter), EnvironmentVariable = "OTHER_API_KEY")]
        public static partial Credential Other { get; }

        [Model("anthropic/claude-sonnet-4.5", nameof(Other), {{facts}})]
        public static partial Model OtherSonnet { get; }
        """;
}
