namespace FailScope;

/// <summary>The parts of a client for a chain that all of its requests share.</summary>
/// <param name="chain">The models, in the order in which they are tried.</param>
/// <param name="options">The client's own copy of the options.</param>
/// <param name="clients">The clients of the models.</param>
/// <param name="telemetry">Spans, metrics and logs.</param>
/// <param name="matters">The capabilities that some model is known to lack. Requests are checked for these only.</param>
internal sealed class FallbackCore(
    FallbackChain chain, FallbackClientOptions options, ModelClients clients, ClientTelemetry telemetry, ModelCapabilities matters = ModelCapabilities.None)
{
    internal FallbackChain Chain { get; } = chain;

    internal FallbackClientOptions Options { get; } = options;

    internal ModelClients Clients { get; } = clients;

    internal ClientTelemetry Telemetry { get; } = telemetry;

    internal ModelCapabilities Matters { get; } = matters;

    /// <summary>Throws if the caller has cancelled or the client is disposed.</summary>
    internal void ThrowIfItMayNotBegin(CancellationToken caller)
    {
        Clients.ThrowIfDisposed();
        caller.ThrowIfCancellationRequested();
    }

    /// <summary>The trail to write into a response; null if it comes from the first model and is not reported.</summary>
    internal FallbackTrail? TrailToWrite(ref FallbackTurn turn) => turn.IsFirstChoice && !Options.ReportFirstChoice ? null : turn.GetTrail();
}
