using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FailScope;

/// <summary>
/// The telemetry of the clients for a chain, with names from OpenTelemetry's conventions for generative AI. None of it
/// contains a prompt, a response or a secret.
/// </summary>
/// <remarks>
/// <para>Spans: <c>fallback {chain}</c> for a turn, with a child <c>chat {model id}</c> (or
/// <c>embeddings {model id}</c>) for each attempt. A failed attempt has the
/// status Error and the <see cref="FailureKind"/> as <c>error.type</c>.</para>
/// <para>Metrics: <c>gen_ai.client.operation.duration</c> (s) for each attempt, with failures by kind in <c>error.type</c>;
/// <c>failscope.turn.duration</c> (s) for each turn; <c>failscope.skipped_models</c> for skipped models, by
/// <c>failscope.skip_reason</c> and the kind of the retired scope; <c>failscope.cooldowns</c> for active cool-downs, by the kind of
/// their scope.</para>
/// </remarks>
public static class FallbackTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/>.</summary>
    public const string ActivitySourceName = "FailScope";

    /// <summary>The name of the <see cref="Meter"/>.</summary>
    public const string MeterName = "FailScope";
}
