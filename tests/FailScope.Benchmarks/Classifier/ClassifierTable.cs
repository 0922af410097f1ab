using System.Globalization;
using FailScope.Demo;
using FailScope.Tests.Failures.Corpus;

namespace FailScope.Benchmarks.Classifier;

/// <summary>
/// Counts how many provider responses each router classifies correctly, and how many upstream calls its mistakes cost with the demo's chains.
/// A router is correct if it leaves exactly the models that may still answer.
/// </summary>
internal static class ClassifierTable
{
    internal static void Print(IReadOnlyList<string> files)
    {
        if (files is [])
        {
            Print("the repository's corpus", ProviderErrorRow.ReadOwn());
        }

        foreach (string file in files)
        {
            Print(Path.GetFileName(file), ProviderErrorRow.ReadFile(file));
        }
    }

    private static void Print(string name, IReadOnlyList<ProviderErrorRow> rows)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} answers of {name}, at each place of the demo's {Models.Catalog.Chains.Count} chains"));
        Console.WriteLine();
        Console.WriteLine("| router | right | too much | too little | calls skipped that might have answered | calls left that were bound to fail | live keys condemned |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        PrintRow("by the status code alone", rows, ByStatus);
        PrintRow("`OrderedFailoverChatClient`: the next one, whatever failed", rows, TheNextOne);
        PrintRow("FailScope", rows, row => FailureClassifier.Classify(row.Error).Kind);
        Console.WriteLine();
        foreach (ProviderErrorRow row in rows)
        {
            Failure failure = FailureClassifier.Classify(row.Error);
            if (!row.RightKinds.Contains(failure.Kind))
            {
                Console.WriteLine($"- {row.Name}: {row.Kind}, read as {failure.Kind} ({failure.Evidence})");
            }
        }
    }

    private static void PrintRow(string router, IReadOnlyList<ProviderErrorRow> rows, Func<ProviderErrorRow, FailureKind?> route)
    {
        var proof = RouterProof.Of(rows, Models.Catalog.Chains, route);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {router} | {proof.Right} ({100.0 * proof.Right / proof.Answers:F1} %) | {proof.TooMuch} | {proof.TooLittle} | {proof.SkippedCalls} | {proof.VainCalls} | {proof.LiveKeysCondemned} |"));
    }

    // A router that knows only HTTP statuses. It treats an error with status 200 as a response.
    private static FailureKind? ByStatus(ProviderErrorRow row) => row.Error.StatusCode switch
    {
        < 400 => null,
        401 or 403 => FailureKind.AuthenticationFailed,
        402 => FailureKind.CreditExhausted,
        404 => FailureKind.ModelUnavailable,
        408 => FailureKind.Timeout,
        429 => FailureKind.RateLimited,
        < 500 => FailureKind.InvalidRequest,
        _ => FailureKind.Overloaded,
    };

    private static FailureKind? TheNextOne(ProviderErrorRow row) => row.Error.StatusCode < 400 ? null : FailureKind.Unknown;
}
