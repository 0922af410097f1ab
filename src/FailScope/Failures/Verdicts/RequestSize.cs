using System.Globalization;

namespace FailScope;

/// <summary>
/// "Limit 8000, Requested 12054": a request that is larger than a per-minute limit is too large, whatever its sentence and code say.
/// Waiting does not help, and a smaller request would succeed at once.
/// </summary>
internal static class RequestSize
{
    internal static Verdict? Find(string words)
    {
        // A limit that is not a rate is the model's context window.
        int rateAt = words.IndexOf("per min", StringComparison.Ordinal);
        int requestedAt = rateAt < 0 ? -1 : words.IndexOf("requested", rateAt, StringComparison.Ordinal);
        int limitAt = requestedAt < 0 ? -1 : words.LastIndexOf("limit", requestedAt, StringComparison.Ordinal);
        return limitAt >= 0
            && TryReadNumber(words.AsSpan(limitAt + "limit".Length), out long limit)
            && TryReadNumber(words.AsSpan(requestedAt + "requested".Length), out long requested)
            && requested > limit
            ? new Verdict(FailureKind.RequestTooLarge, string.Create(CultureInfo.InvariantCulture, $"phrase \"limit {limit}, requested {requested}\""))
            : null;
    }

    // " 8000", ": 8,000"
    private static bool TryReadNumber(ReadOnlySpan<char> text, out long number)
    {
        text = text.TrimStart(": ");
        int end = text.IndexOfAnyExcept("0123456789,");
        text = (end < 0 ? text : text[..end]).TrimEnd(',');
        return long.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);
    }
}
