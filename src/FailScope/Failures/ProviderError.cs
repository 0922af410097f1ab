namespace FailScope;

/// <summary>A failed call in parts, as they came over the wire. Every part may be missing.</summary>
public sealed class ProviderError
{
    /// <summary>The HTTP status; null or 0 where there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>
    /// The body of the answer, or the event of a stream that carried the error: JSON, lines of JSON, server-sent events, HTML
    /// or text. Null where it is not known, which is not the same as an empty body.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>The headers of the answer. Names are compared without regard to case; a name may occur several times.</summary>
    public IEnumerable<KeyValuePair<string, string>>? Headers { get; init; }

    /// <summary>The error code or type where something else has read it from the body already, as an SDK does.</summary>
    public string? Code { get; init; }

    /// <summary>The error message where something else has read it from the body already.</summary>
    public string? Message { get; init; }

    /// <summary>Whether <see cref="Message"/> is an exception's own, which may quote the body or say something of the client's.</summary>
    internal bool IsClientsMessage { get; init; }

    /// <summary>The parts of an HTTP response: its status, its headers and the body as it was read.</summary>
    /// <param name="response">The response.</param>
    /// <param name="body">The body; null where it is not known.</param>
    public static ProviderError From(HttpResponseMessage response, string? body)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new ProviderError
        {
            StatusCode = (int)response.StatusCode,
            Headers = [.. response.Headers.SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value))],
            Body = body,
        };
    }
}
