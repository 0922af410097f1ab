using System.Text.Json;

namespace FailScope.Tests.Failures;

/// <summary>
/// Plain sentences that consist of a subject and its state, whether or not a provider uses them. A person can tell what each means, so the
/// expected kinds are a separate table here, which shares nothing with the tables of the classifier.
/// </summary>
public sealed class PlainSentenceTests
{
    public static TheoryData<string> Subjects => [.. PlainSubject.All.Select(subject => subject.Name)];

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_plain_sentence_has_the_expected_kind_in_any_envelope_with_any_status(string subject)
    {
        (_, FailureKind[] kinds, int[] statuses, string[] sentences) = PlainSubject.All.Single(known => known.Name == subject);
        string[] wrong =
        [
            .. from sentence in sentences
               from status in statuses
               from body in Envelopes(sentence, status)
               let failure = FailureClassifier.Classify(new ProviderError { StatusCode = status, Body = body })
               where !kinds.Contains(failure.Kind)
               select $"{status} {body} is {failure}",
        ];
        Assert.True(wrong.Length == 0, $"{wrong.Length} wrong:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public void The_same_sentences_from_a_failing_server_retire_only_its_model(int status)
    {
        foreach (string sentence in PlainSubject.All.SelectMany(subject => subject.Sentences))
        {
            Assert.Equal(FailureKind.Overloaded, FailureClassifier.Classify(new ProviderError { StatusCode = status, Body = Json(new { error = new { message = sentence } }) }).Kind);
        }
    }

    private static IEnumerable<string> Envelopes(string sentence, int status)
    {
        yield return Json(new { error = new { message = sentence } });
        yield return Json(new { error = new { message = sentence, type = "invalid_request_error", code = (string?)null } });
        yield return Json(new { type = "error", error = new { type = "api_error", message = sentence } });
        yield return Json(new { error = new { code = status, message = sentence, status = status == 403 ? "PERMISSION_DENIED" : "FAILED_PRECONDITION" } });
        yield return Json(new { error = sentence });
        yield return Json(new { detail = sentence });
        yield return Json(new { message = sentence + ".", request_id = "r" });
        yield return sentence;
    }

    private static string Json(object body) => JsonSerializer.Serialize(body);
}
