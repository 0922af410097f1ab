using System.Diagnostics;

namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>A call as the client of the model made it.</summary>
internal sealed class UpstreamCall(int model, CallPlan plan)
{
    /// <summary>The position of the model in the chain.</summary>
    internal int Model => model;

    internal CallPlan Plan => plan;

    /// <summary>The pieces of the answer that were handed over.</summary>
    internal int Pieces { get; set; }

    /// <summary>Whether the answer was handed over to its end.</summary>
    internal bool IsComplete { get; set; }

    /// <summary>When it last handed something over, an answer, an update, an end or an exception; 0 where it never did.</summary>
    internal long HandedOverAt { get; private set; }

    /// <summary>How often the stream was opened, and how often it was closed.</summary>
    internal int Opened { get; set; }

    internal int Closed { get; set; }

    internal void HandedOver() => HandedOverAt = Stopwatch.GetTimestamp();
}
