using FailScope.Tests.Failures.Corpus;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Failures;

public sealed class CorpusTests
{
    private static readonly Dictionary<string, ProviderErrorRow> Rows = ProviderErrorRow.ReadOwn().ToDictionary(row => row.Name);

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_of_the_corpus_is_classified_correctly(string name)
    {
        ProviderErrorRow row = Rows[name];
        Failure failure = FailureClassifier.Classify(row.Error);
        Assert.True(row.Kind == failure.Kind, $"{name} is {row.Kind}, not {failure}");
    }

    [Fact]
    public void The_corpus_has_every_kind_that_a_provider_can_cause()
    {
        FailureKind[] ours = [FailureKind.NotConfigured, FailureKind.Cancelled];
        Assert.Equal(Enum.GetValues<FailureKind>().Except(ours).Order(), Rows.Values.Select(row => row.Kind).Distinct().Order());
    }

    [Fact]
    public void No_row_of_the_corpus_retires_a_model_that_might_answer()
    {
        var proof = RouterProof.Of(Rows.Values, [Shop.All, Shop.Founding, Shop.Pair], row => FailureClassifier.Classify(row.Error).Kind);
        Assert.Equal(0, proof.TooMuch);
        Assert.Equal(0, proof.LiveKeysCondemned);
        Assert.True(proof.Right >= 0.98 * proof.Answers, $"{proof.Right} of {proof.Answers} answers are right.");
    }

    [Theory]
    [InlineData("provider-errors.json")]
    [InlineData("provider-errors-2.json")]
    public void A_larger_corpus_outside_the_repository_is_classified_too(string file)
    {
        string path = Path.Combine(RepositoryRoot.DataBeside, file);
        Assert.SkipUnless(File.Exists(path), "There is no collection of provider errors next to the repository.");
        IReadOnlyList<ProviderErrorRow> rows = ProviderErrorRow.ReadFile(path);
        string[] wrong =
        [
            .. from row in rows
               let failure = FailureClassifier.Classify(row.Error)
               where !row.RightKinds.Contains(failure.Kind)
               select $"{row.Name} is {row.Kind}, not {failure}",
        ];
        Assert.True(wrong.Length <= 0.02 * rows.Count, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_row_names_its_evidence()
    {
        Assert.Empty(Rows.Values.Where(row => string.IsNullOrEmpty(FailureClassifier.Classify(row.Error).Evidence)).Select(row => row.Name));
    }

    // A client may see the whole body, a first part of it that a proxy let through, or nothing. The result may become
    // less specific, but a truncated body must never throw.
    [Fact]
    public void A_body_truncated_anywhere_is_classified()
    {
        foreach (ProviderErrorRow row in Rows.Values)
        {
            string body = row.Error.Body!;
            for (int length = 0; length < body.Length; length += 7)
            {
                FailureClassifier.Classify(new ProviderError { StatusCode = row.Error.StatusCode, Body = body[..length] });
            }
        }
    }
}
