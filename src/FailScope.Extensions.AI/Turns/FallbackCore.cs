namespace FailScope;

/// <summary>What every request to a client over a chain starts from, whatever it asks for.</summary>
/// <param name="chain">The models, in the order in which they are tried.</param>
/// <param name="options">Limits and choices, that nobody changes any more.</param>
/// <param name="clients">The clients of the models.</param>
/// <param name="telemetry">Spans, metrics and logs.</param>
/// <param name="matters">The capabilities that some model is known to lack; requests are searched for the need of these alone.</param>
internal sealed class FallbackCore(
    FallbackChain chain, FallbackClientOptions options, ModelClients clients, FallbackTelemetry telemetry, ModelCapabilities matters = ModelCapabilities.None)
{
    internal FallbackChain Chain { get; } = chain;

    internal FallbackClientOptions Options { get; } = options;

    internal ModelClients Clients { get; } = clients;

    internal FallbackTelemetry Telemetry { get; } = telemetry;

    internal ModelCapabilities Matters { get; } = matters;
}
