using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FailScope.Tests.Failures.Corpus;

namespace FailScope.Tests.Failures;

/// <summary>A body format from the corpus, with a placeholder for its sentence.</summary>
/// <param name="Template">The body with the placeholder.</param>
internal sealed record Envelope(string Template)
{
    private const string Placeholder = "\u2603";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body with the given sentence.</summary>
    internal string With(string sentence) => Template.Replace(Placeholder, JsonSerializer.Serialize(sentence)[1..^1], StringComparison.Ordinal);

    /// <summary>All body formats in the corpus whose codes are not clear evidence for one of the given kinds.</summary>
    internal static IReadOnlyList<Envelope> OfCorpus(params FailureKind[] exceptOf)
    {
        var templates = new HashSet<string>(StringComparer.Ordinal);
        foreach (ProviderErrorRow row in ProviderErrorRow.ReadOwn())
        {
            if (Parse(row.Error.Body!) is { } body && ReplaceSentences(body))
            {
                string template = body.ToJsonString(Options);
                ErrorEvidence evidence = EvidenceReader.Read(new ProviderError { Body = template });
                if (!evidence.Codes.Any(code => CodeRules.TryRead(code, evidence, out CodeVerdict verdict) && !verdict.IsWeak && exceptOf.Contains(verdict.Verdict.Kind)))
                {
                    templates.Add(template);
                }
            }
        }

        return [.. templates.Select(template => new Envelope(template))];
    }

    private static JsonNode? Parse(string body)
    {
        try
        {
            return body.StartsWith('{') || body.StartsWith('[') ? JsonNode.Parse(body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool ReplaceSentences(JsonNode node)
    {
        if (node is JsonArray array)
        {
            return array.OfType<JsonNode>().Where(item => item is JsonObject or JsonArray).ToArray().Aggregate(false, (isAny, item) => ReplaceSentences(item) || isAny);
        }

        bool isAny = false;
        foreach ((string name, JsonNode? value) in node.AsObject().ToArray())
        {
            if (value is JsonObject or JsonArray)
            {
                isAny |= ReplaceSentences(value);
            }
            else if (value is JsonValue text && text.TryGetValue(out string? sentence) && sentence.Contains(' ', StringComparison.Ordinal) && FieldNames.IsText(FieldNames.Reduce(name)))
            {
                node[name] = Placeholder;
                isAny = true;
            }
        }

        return isAny;
    }
}
