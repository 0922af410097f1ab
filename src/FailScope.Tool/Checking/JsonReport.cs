using System.Text.Encodings.Web;
using System.Text.Json;

namespace FailScope.Tool.Checking;

/// <summary>JSON for scripts. Properties may be added, but never renamed.</summary>
internal sealed class JsonReport(TextWriter output) : ICheckReport
{
    internal static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(CheckResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("target", result.Target);
            json.WriteStartArray("catalogs");
            foreach (ModelCatalog catalog in result.Catalogs)
            {
                Write(json, catalog);
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (Finding finding in result.Findings)
            {
                Write(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, ModelCatalog catalog)
    {
        json.WriteStartObject();
        json.WriteString("name", catalog.Name);
        json.WriteStartArray("chains");
        foreach (FallbackChain chain in catalog.Chains)
        {
            json.WriteStartObject();
            json.WriteString("name", chain.Name);
            json.WriteString("survives", chain.SurvivalContract.ToString());
            json.WriteStartArray("models");
            foreach (Model model in chain.Models)
            {
                Write(json, model);
            }

            json.WriteEndArray();
            json.WriteStartArray("afterTheLossOf");
            foreach ((LostResource loss, IReadOnlyList<Model> remaining) in chain.BlastRadius())
            {
                json.WriteStartObject();
                json.WriteString("kind", loss.Kind.ToString());
                json.WriteString("name", loss.Name);
                json.WriteStartArray("remains");
                foreach (Model model in remaining)
                {
                    json.WriteStringValue(model.Name);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Model model)
    {
        json.WriteStartObject();
        json.WriteString("name", model.Name);
        json.WriteString("id", model.Id);
        json.WriteString("key", model.Credential.Name);
        json.WriteString("account", model.Account.Name);
        json.WriteString("provider", model.Provider.Name);
        json.WriteBoolean("isFree", model.IsFree);
        if (model.ContextWindow is { } window)
        {
            json.WriteNumber("contextWindow", window);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("level", finding.Level.ToString().ToLowerInvariant());
        json.WriteString("rule", finding.Rule);
        json.WriteString("catalog", finding.Catalog);
        json.WriteString("member", finding.Member);
        json.WriteString("message", finding.Message);
        if (finding.Location is { } location)
        {
            json.WriteString("file", location.File);
            json.WriteNumber("line", location.Line);
        }

        json.WriteEndObject();
    }
}
