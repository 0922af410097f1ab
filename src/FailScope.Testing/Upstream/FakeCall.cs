using System.Globalization;

namespace FailScope.Testing;

/// <summary>A call that reached a provider of a <see cref="FakeUpstream"/>. It contains the name of the key, but not its value.</summary>
public sealed class FakeCall
{
    internal FakeCall()
    {
    }

    /// <summary>The number of the call, starting from 1.</summary>
    public int Number { get; internal set; }

    /// <summary>The provider that was called.</summary>
    public required Provider Provider { get; init; }

    /// <summary>The credential whose key was used; null if the provider does not know the key.</summary>
    public required Credential? Credential { get; init; }

    /// <summary>The requested model; null if the catalog does not offer this id through that key.</summary>
    public required Model? Model { get; init; }

    /// <summary>The model id in the request.</summary>
    public required string ModelId { get; init; }

    /// <summary>When the call arrived, on the clock of the <see cref="FakeUpstream"/>.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Whether the call asks for a stream.</summary>
    public required bool IsStreaming { get; init; }

    /// <summary>The path of the request, without its query.</summary>
    public required string Path { get; init; }

    /// <summary>The body of the request: JSON.</summary>
    public required string Body { get; init; }

    /// <summary>The number, the model, the name of the key, and the time.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Number}. {Model?.ToString() ?? $"no model of the catalog ({ModelId})"} with {(Credential is null ? "no key of the catalog" : $"the key {Credential}")}{(IsStreaming ? ", streamed" : "")}, at {ArrivedAt:HH:mm:ss.fff}");
}
