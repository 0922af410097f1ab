namespace FailScope;

/// <summary>The parts of a failed call, as received. Every part may be missing.</summary>
public sealed class ProviderError
{
    /// <summary>The HTTP status; null or 0 if there was no response.</summary>
    public int? StatusCode { get; init; }

    /// <summary>
    /// The body of the response, or the stream event that contained the error: JSON, lines of JSON, server-sent events, HTML
    /// or text. Null if unknown, which is not the same as an empty body.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>The headers of the response. Names are compared ignoring case; a name may occur several times.</summary>
    public IEnumerable<KeyValuePair<string, string>>? Headers { get; init; }

    /// <summary>The error code or type, if an SDK or other code has already read it from the body.</summary>
    public string? Code { get; init; }

    /// <summary>The error message, if an SDK or other code has already read it from the body.</summary>
    public string? Message { get; init; }

    /// <summary>Whether <see cref="Message"/> is the exception's own message, which may quote the body or only describe a problem in the client.</summary>
    internal bool IsClientsMessage { get; init; }

    /// <summary>Creates an error from an HTTP response: its status, its headers and the body that was read from it.</summary>
    /// <param name="response">The response.</param>
    /// <param name="body">The body; null if unknown.</param>
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
