using System.Diagnostics;

namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>A call by the client of a model.</summary>
internal sealed class UpstreamCall(int model, CallPlan plan)
{
    /// <summary>The position of the model in the chain.</summary>
    internal int Model => model;

    internal CallPlan Plan => plan;

    /// <summary>The number of pieces of the response that were returned.</summary>
    internal int Pieces { get; set; }

    /// <summary>Whether the response was returned to its end.</summary>
    internal bool IsComplete { get; set; }

    /// <summary>When it last returned a response, an update, an end or an exception; 0 if it never did.</summary>
    internal long HandedOverAt { get; private set; }

    /// <summary>The number of times the stream was opened and closed.</summary>
    internal int Opened { get; set; }

    internal int Closed { get; set; }

    internal void HandedOver() => HandedOverAt = Stopwatch.GetTimestamp();
}
