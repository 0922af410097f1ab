namespace FailScope;

/// <summary>What every request to a client over a chain starts from, whatever it asks for.</summary>
/// <param name="chain">The models, in the order in which they are tried.</param>
/// <param name="options">Limits and choices: the client's own copy.</param>
/// <param name="clients">The clients of the models.</param>
/// <param name="telemetry">Spans, metrics and logs.</param>
/// <param name="matters">The capabilities that some model is known to lack; requests are searched for the need of these alone.</param>
internal sealed class FallbackCore(
    FallbackChain chain, FallbackClientOptions options, ModelClients clients, ClientTelemetry telemetry, ModelCapabilities matters = ModelCapabilities.None)
{
    internal FallbackChain Chain { get; } = chain;

    internal FallbackClientOptions Options { get; } = options;

    internal ModelClients Clients { get; } = clients;

    internal ClientTelemetry Telemetry { get; } = telemetry;

    internal ModelCapabilities Matters { get; } = matters;

    /// <summary>Refuses a turn whose caller has given up, or whose client is disposed of.</summary>
    internal void ThrowIfItMayNotBegin(CancellationToken caller)
    {
        Clients.ThrowIfDisposed();
        caller.ThrowIfCancellationRequested();
    }

    /// <summary>The trail to write into an answer; null for a first choice that is not reported.</summary>
    internal FallbackTrail? TrailToWrite(ref FallbackTurn turn) => turn.IsFirstChoice && !Options.ReportFirstChoice ? null : turn.GetTrail();
}
