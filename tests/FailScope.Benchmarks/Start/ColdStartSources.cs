using System.Globalization;
using System.Text;

namespace FailScope.Benchmarks.Start;

/// <summary>Two programs that do the same with the same models: one with FailScope, one hand-written.</summary>
internal static class ColdStartSources
{
    private const int ModelsPerChain = 10;

    /// <summary>The namespace of <c>StringSetRouter.cs</c>, which the hand-written program is compiled with, unchanged.</summary>
    internal const string RouterNamespace = "FailScope.Benchmarks.Runtime";

    /// <summary>Takes the number of models; prints the duration of the first use in microseconds and the id of the last model.</summary>
    internal const string Program = """
        using System.Diagnostics;
        using System.Globalization;

        int models = int.Parse(args[0], CultureInfo.InvariantCulture);
        _ = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp());
        long started = Stopwatch.GetTimestamp();
        string id = FirstUse.Of(models);
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(took.TotalMicroseconds.ToString("F1", CultureInfo.InvariantCulture) + " " + id);
        """;

    internal static string Tables(IReadOnlyList<int> sizes)
    {
        var text = new StringBuilder("using FailScope;\n\n");
        foreach (int size in sizes)
        {
            text.Append(CultureInfo.InvariantCulture, $"[ModelCatalog]\npublic static partial class Models{size}\n{{\n");
            text.Append("    [Provider(\"https://one.example/v1\")]\n    public static partial Provider One { get; }\n\n");
            text.Append("    [Credential(nameof(One), EnvironmentVariable = \"ONE_API_KEY\")]\n    public static partial Credential Main { get; }\n");
            for (int i = 0; i < size; i++)
            {
                string prices = IsFree(i) ? "" : " InputUsdPerMillion = 3, OutputUsdPerMillion = 15,";
                text.Append(CultureInfo.InvariantCulture, $"\n    [Model(\"{Id(i)}\", nameof(Main),{prices} ContextWindow = {Window(i)})]\n    public static partial Model M{i} {{ get; }}\n");
            }

            for (int chain = 0; chain < size / ModelsPerChain; chain++)
            {
                string models = string.Join(", ", Chain(chain).Select(i => $"nameof(M{i})"));
                text.Append(CultureInfo.InvariantCulture, $"\n    [FallbackChain({models})]\n    public static partial FallbackChain Chat{chain} {{ get; }}\n");
            }

            text.Append("}\n\n");
        }

        return text.Append($$"""
            internal static class FirstUse
            {
                internal static string Of(int models) => Walk(models switch { {{Switch(sizes, "Chat0")}} });

                private static string Walk(FallbackChain chain)
                {
                    FallbackState state = chain.Start();
                    state.TryGetNext(out Model? model);
                    state = state.After(FailureKind.CreditExhausted);
                    state.TryGetNext(out model);
                    return model!.Id;
                }
            }
            """).ToString();
    }

    internal static string ByHand(IReadOnlyList<int> sizes)
    {
        var text = new StringBuilder($$"""
            namespace {{RouterNamespace}};

            internal enum FailureKind { {{string.Join(", ", Enum.GetNames<FailureKind>())}} }

            internal sealed record Named(string Name);

            internal sealed record Model(string Id, Named Credential, Named Account, Named Provider, bool IsFree, long? ContextWindow, decimal? InputUsd, decimal? OutputUsd);

            internal sealed record FallbackChain(Model[] Models);


            """);
        foreach (int size in sizes)
        {
            text.Append(CultureInfo.InvariantCulture, $"internal static class Models{size}\n{{\n");
            text.Append("    internal static readonly Named One = new(\"One\");\n    internal static readonly Named Main = new(\"Main\");\n");
            for (int i = 0; i < size; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"    internal static readonly Model M{i} = new(\"{Id(i)}\", Main, Main, One, {(IsFree(i) ? "true" : "false")}, {Window(i)}, {(IsFree(i) ? "null, null" : "3m, 15m")});\n");
            }

            for (int chain = 0; chain < size / ModelsPerChain; chain++)
            {
                text.Append(CultureInfo.InvariantCulture, $"    internal static readonly FallbackChain Chat{chain} = new([{string.Join(", ", Chain(chain).Select(i => $"M{i}"))}]);\n");
            }

            text.Append("}\n\n");
        }

        return text.Append($$"""
            internal static class FirstUse
            {
                internal static string Of(int models) => Walk(models switch { {{Switch(sizes, "Chat0")}} });

                private static string Walk(FallbackChain chain)
                {
                    var router = new StringSetRouter(chain);
                    Model? model = router.Next();
                    router.Fail(model!, FailureKind.CreditExhausted);
                    model = router.Next();
                    return model!.Id;
                }
            }
            """).ToString();
    }

    private static string Switch(IEnumerable<int> sizes, string chain) =>
        string.Concat(sizes.Select(size => $"{size} => Models{size}.{chain}, ")) + "_ => throw new System.ArgumentOutOfRangeException(nameof(models))";

    private static IEnumerable<int> Chain(int number) => Enumerable.Range(number * ModelsPerChain, ModelsPerChain);

    private static bool IsFree(int model) => model % 5 == 4;

    private static string Id(int model) => $"vendor/model-{model}{(IsFree(model) ? ":free" : "")}";

    private static int Window(int model) => 100_000 + model;
}
