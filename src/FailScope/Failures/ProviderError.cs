namespace FailScope;

/// <summary>A failed call in parts, as they came over the wire. Every part may be missing.</summary>
public sealed class ProviderError
{
    /// <summary>The HTTP status; null or 0 where there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The body of the answer, or the event of a stream that carried the error.</summary>
    public string? Body { get; init; }

    /// <summary>The headers of the answer. Names are compared without regard to case; a name may occur several times.</summary>
    public IEnumerable<KeyValuePair<string, string>>? Headers { get; init; }
}
