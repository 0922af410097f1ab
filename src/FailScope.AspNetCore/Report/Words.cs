using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FailScope.AspNetCore;

/// <summary>The terms of the page and the health check.</summary>
internal static class Words
{
    /// <summary>The kind in lower case, for example <c>credit exhausted</c>.</summary>
    internal static string Of(FailureKind kind)
    {
        var words = new StringBuilder();
        foreach (char letter in kind.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    /// <summary>What failed, for example <c>credit of account Main</c>.</summary>
    /// <param name="kind">The kind of the scope key.</param>
    /// <param name="scope">Its text.</param>
    internal static string Of(ScopeKind kind, string scope) => string.Concat(Prefix(kind), scope.AsSpan(scope.LastIndexOf('/') + 1));

    /// <summary>How many models of a chain are alive.</summary>
    internal static string Alive(int alive, int models) =>
        alive == models ? $"{(models == 1 ? "its model is" : $"all {models} models are")} alive"
        : alive == 0 ? $"none of {models} models is alive"
        : $"{alive} of {models} models {(alive == 1 ? "is" : "are")} alive";

    /// <summary>A number with its noun, singular or plural.</summary>
    internal static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    /// <summary>The text with its first letter in upper case.</summary>
    internal static string Sentence(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    /// <summary>All chains in one line.</summary>
    internal static string Summary(StatusReport report)
    {
        int dead = report.Chains.Count(chain => chain.Status == HealthStatus.Unhealthy);
        int degraded = report.Chains.Count(chain => chain.Status == HealthStatus.Degraded);
        string chains = Count(report.Chains.Count, "chain", "chains");
        return dead > 0 ? $"{dead} of {chains} {(dead == 1 ? "has" : "have")} no model alive"
            : degraded > 0 ? $"{degraded} of {chains} {(degraded == 1 ? "is" : "are")} degraded: some models are retired, others answer"
            : report.Status != HealthStatus.Healthy ? "Every model is alive, but not for every tenant"
            : report.Chains.Count == 1 ? "Every model of the chain is alive" : $"Every model of all {chains} is alive";
    }

    // A ScopeKind without a case here is CS8509, an error in this build. CS8524 concerns undefined values, which throw.
#pragma warning disable CS8524
    private static string Prefix(ScopeKind kind) => kind switch
    {
        ScopeKind.None => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no scope key of this kind."),
        ScopeKind.Credential => "key ",
        ScopeKind.Credit => "credit of account ",
        ScopeKind.KeyBudget => "budget of key ",
        ScopeKind.FreeQuota => "free quota of account ",
        ScopeKind.Provider => "provider ",
        ScopeKind.Model => "model ",
        ScopeKind.UsageLimit => "usage limit of account ",
    };
#pragma warning restore CS8524
}
