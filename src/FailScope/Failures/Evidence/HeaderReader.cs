namespace FailScope;

/// <summary>Collects the headers that are evidence: error codes and retry times.</summary>
internal static class HeaderReader
{
    internal static void Read(IEnumerable<KeyValuePair<string, string>>? headers, ErrorEvidence evidence)
    {
        if (headers is null)
        {
            return;
        }

        foreach ((string name, string value) in headers)
        {
            if (name is null || value is null)
            {
                continue;
            }

            switch (name.ToLowerInvariant())
            {
                // AWS appends ":http://internal.amazon.com/…" to the exception name.
                case "x-amzn-errortype":
                    evidence.AddCode("errortype", value.Split(':')[0].Trim(), CodePlace.Elsewhere, isUpstream: false);
                    break;
                case "x-ms-error-code" or "x-error-code":
                    evidence.AddCode("errorcode", value.Trim(), CodePlace.Elsewhere, isUpstream: false);
                    break;
                case "x-error-message":
                    evidence.AddText(value, isUpstream: false);
                    break;
                case string lower when lower.Contains("retry-after", StringComparison.Ordinal) || lower.Contains("reset", StringComparison.Ordinal)
                    || lower.Contains("remaining", StringComparison.Ordinal):
                    evidence.AddTime(FieldNames.Reduce(lower), value.Trim(), isHeader: true);
                    break;
            }
        }
    }
}
