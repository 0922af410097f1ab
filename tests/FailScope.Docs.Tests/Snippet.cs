using System.Text.RegularExpressions;

namespace FailScope.Docs.Tests;

/// <summary>A block of C# in a page, with the code that is added around it to compile it.</summary>
/// <param name="Page">The path of the page, from the root of the repository.</param>
/// <param name="Line">The line of the block's first line in the page, starting from 1.</param>
/// <param name="Text">The block.</param>
internal sealed partial record Snippet(string Page, int Line, string Text)
{
    private const string Usings = """
        #line 1 "around the snippet"
        using System.Diagnostics.CodeAnalysis;
        using System.Net;
        using FailScope;
        using FailScope.Redis;
        using FailScope.Testing;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Time.Testing;
        using OpenTelemetry.Metrics;
        using OpenTelemetry.Trace;
        using StackExchange.Redis;

        """;

    private const string Members = """
            [Provider("https://openrouter.ai/api/v1")]
            public static partial Provider OpenRouter { get; }

            [Credential(nameof(OpenRouter), EnvironmentVariable = "OPENROUTER_API_KEY")]
            public static partial Credential Main { get; }

            [Model("anthropic/claude-sonnet-4.5", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000)]
            public static partial Model Sonnet { get; }

            [Model("openai/gpt-5", nameof(Main), InputUsdPerMillion = 1.25, OutputUsdPerMillion = 10, ContextWindow = 400_000)]
            public static partial Model Gpt { get; }

            [Model("meta-llama/llama-3.3-70b-instruct:free", nameof(Main), ContextWindow = 131_072)]
            public static partial Model LlamaFree { get; }

            [FallbackChain(nameof(Sonnet), nameof(LlamaFree), Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }

        """;

    /// <summary>Declarations that a reader of the page is expected to have.</summary>
    private const string Surroundings = """
            internal static readonly CancellationToken cancellationToken = CancellationToken.None;
            internal static readonly WebApplicationBuilder builder = WebApplication.CreateBuilder();
            internal static readonly IChatClient chat = null!;
            internal static readonly ICooldowns cooldowns = null!;
            internal static readonly Microsoft.Extensions.Caching.Distributed.IDistributedCache cache = null!;
            internal static readonly string tenant = "";
            internal static readonly Polly.ResiliencePipeline onceAgain = Polly.ResiliencePipeline.Empty;
            internal static Task<string> SendAsync(Model model, CancellationToken token) => Task.FromResult(model.Id);
            internal static Task<string> SendAsync(HttpClient client, Model model, CancellationToken token) => client.GetStringAsync(model.Provider.Endpoint, token);
            internal static IAsyncEnumerable<string> StreamAsync(Model model, CancellationToken token) => throw new NotSupportedException();
            internal static IChatClient CreateClient(Model model) => throw new NotSupportedException();

        """;

    /// <summary>An SDK that a reader of the page is expected to have, and a reader for its exceptions.</summary>
    private const string Sdk = """
        sealed class AcmeException : Exception
        {
            public int Status { get; init; }

            public string ResponseText { get; init; } = "";
        }

        sealed class AcmeReader : IFailureReader
        {
            public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error) => throw new NotSupportedException();
        }

        """;

    /// <summary>All blocks of C# in a page.</summary>
    internal static IEnumerable<Snippet> ReadAll(string page)
    {
        string text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, page)).ReplaceLineEndings("\n");
        foreach (Match block in Block().Matches(text))
        {
            yield return new Snippet(page, text.AsSpan(0, block.Groups[1].Index).Count('\n') + 1, block.Groups[1].Value);
        }
    }

    /// <summary>The errors that the block declares, as <c>line: id</c>: a comment <c>// error ID</c> at the end of the line.</summary>
    internal IEnumerable<string> ExpectedErrors =>
        Text.Split('\n').SelectMany((line, index) => Expected().Matches(line).Select(match => $"{Line + index}: {match.Groups[1].Value}"));

    /// <summary>A complete file. A block that declares a catalog is used unchanged; members are put into a catalog, types into a class, statements into a method.</summary>
    internal string ToSource()
    {
        string block = $"#line {Line} \"{Page}\"\n{Text}\n#line 1 \"around the snippet\"\n";
        if (Text.Contains("[ModelCatalog]", StringComparison.Ordinal))
        {
            return block;
        }

        bool isMember = Text.TrimStart().StartsWith('[');
        string catalog = $"[ModelCatalog]\npublic static partial class Models\n{{\n{Members}{(isMember ? block : "")}}}\n";
        bool isType = Text.TrimStart().StartsWith("sealed class", StringComparison.Ordinal);
        string body = isMember || isType ? "" : block;
        return $"{Usings}{Sdk}static class Reader\n{{\n{(isType ? block : "")}{Surroundings}    internal static async Task<object?> RunAsync()\n    {{\n{body}    return null;\n    }}\n}}\n{catalog}";
    }

    public override string ToString() => $"{Page}:{Line}";

    [GeneratedRegex("^```csharp\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"// error (\w+)")]
    private static partial Regex Expected();
}
