using System.Collections.Immutable;
using System.Text.Json;
using FailScope.Testing.Http;

namespace FailScope.Testing;

/// <summary>An error response: a status, headers and a body.</summary>
public sealed class FakeError : FakeReply
{
    private readonly Func<ErrorContext, string> _body;
    private readonly string _contentType;

    internal FakeError(int statusCode, string body, string contentType)
        : this(statusCode, _ => body, contentType)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
    }

    internal FakeError(int statusCode, Func<ErrorContext, string> body, string contentType = "application/json")
    {
        StatusCode = statusCode;
        _body = body;
        _contentType = contentType;
    }

    private FakeError(FakeError other)
        : this(other.StatusCode, other._body, other._contentType)
    {
        (Headers, ComputedHeaders, StreamedBody) = (other.Headers, other.ComputedHeaders, other.StreamedBody);
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    internal ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Headers that contain a time, and so depend on the clock.</summary>
    internal Func<ErrorContext, KeyValuePair<string, string>[]>? ComputedHeaders { get; init; }

    /// <summary>What the provider sends inside a stream, if that differs from the body.</summary>
    internal Func<ErrorContext, string>? StreamedBody { get; init; }

    /// <summary>Creates a copy of the error with one more header.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">Its value, on one line.</param>
    public FakeError WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return value.AsSpan().ContainsAny('\r', '\n') || name.AsSpan().ContainsAny("\r\n: ")
            ? throw new ArgumentException("A header must be a single line, and its name must not contain a colon or a space.", nameof(value))
            : new FakeError(this) { Headers = Headers.Add(new(name, value)) };
    }

    /// <summary>
    /// The parts of the error, for <see cref="FailureClassifier.Classify(ProviderError)"/>. Use it to test code that
    /// classifies errors itself, without a call.
    /// </summary>
    /// <param name="modelId">The id of the requested model.</param>
    /// <param name="timeProvider">The clock; null for the system clock.</param>
    public ProviderError ToProviderError(string modelId = "model", TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        var context = new ErrorContext(modelId, (timeProvider ?? TimeProvider.System).GetUtcNow());
        return new ProviderError { StatusCode = StatusCode, Body = _body(context), Headers = AllHeaders(context) };
    }

    internal string BodyFor(Exchange exchange) => _body(ContextOf(exchange));

    internal string StreamedBodyFor(Exchange exchange) => (StreamedBody ?? _body)(ContextOf(exchange));

    internal override Task SendAsync(Exchange exchange)
    {
        ErrorContext context = ContextOf(exchange);
        return exchange.Response.SendAsync(StatusCode, _contentType, AllHeaders(context), _body(context));
    }

    private static ErrorContext ContextOf(Exchange exchange) => new(exchange.Call.ModelId, exchange.TimeProvider.GetUtcNow());

    private KeyValuePair<string, string>[] AllHeaders(ErrorContext context) => [.. Headers, .. ComputedHeaders?.Invoke(context) ?? []];
}

/// <summary>The values that the body of an error may contain.</summary>
/// <param name="ModelId">The id of the requested model.</param>
/// <param name="Now">The time of the reply.</param>
internal readonly record struct ErrorContext(string ModelId, DateTimeOffset Now)
{
    /// <summary>The id, escaped for a JSON string.</summary>
    internal string EscapedModelId => JsonEncodedText.Encode(ModelId).Value;
}
