using System.Text.Json;

namespace FailScope.Tool.Checking;

/// <summary>SARIF 2.1.0, for code scanning services and editors.</summary>
/// <param name="output">Receives the text.</param>
/// <param name="directory">Paths below it are written relative to it, as services expect for the root of a repository.</param>
internal sealed class SarifReport(TextWriter output, string directory) : ICheckReport
{
    public void Write(CheckResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, result);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (Finding finding in result.Findings)
            {
                Write(json, finding, result.Target);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void WriteTool(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "failscope");
        json.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteString("informationUri", "https://github.com/failscope/failscope");
        json.WriteStartArray("rules");
        foreach (Finding finding in result.Findings.DistinctBy(finding => finding.Rule).OrderBy(finding => finding.Rule, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Rule);
            json.WriteString("helpUri", finding.HelpLink);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, Finding finding, string target)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteString("level", finding.Level.ToString().ToLowerInvariant());
        json.WriteStartObject("message");
        json.WriteString("text", finding.Message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(finding.Location?.File ?? Path.GetFullPath(target, directory)));
        json.WriteEndObject();
        if (finding.Location is { } location)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", location.Line);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", $"{finding.Catalog}.{finding.Member}");
        json.WriteString("kind", "member");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();

        // Identifies the same finding even if its line number changes.
        json.WriteStartObject("partialFingerprints");
        json.WriteString("failscope/v1", $"{finding.Rule}:{finding.Catalog}.{finding.Member}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private string UriOf(string file)
    {
        string relative = Path.GetRelativePath(directory, file);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? new Uri(file).AbsoluteUri
            : string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
