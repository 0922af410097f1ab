namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>What the server does with one call, derived from the seed: the same for the same turn and model.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Pieces">The number of pieces of the whole response.</param>
/// <param name="SentBefore">For a stream, the number of pieces before the fault.</param>
/// <param name="Error">The error, if it is a provider error.</param>
/// <param name="AtOnce">Whether a stream is sent in one write.</param>
internal readonly record struct CallPlan(Fault Fault, int Pieces, int SentBefore, int Error, bool AtOnce)
{
    private static readonly (int Weight, Fault Fault)[] Weights =
    [
        (470, Fault.None), (30, Fault.SlowBytes), (40, Fault.ResetBeforeHead), (20, Fault.ClosedBeforeHead), (40, Fault.ResetAfterHead), (40, Fault.CutBody), (40, Fault.CutAnswer),
        (40, Fault.Malformed), (200, Fault.ErrorStatus), (60, Fault.ErrorIn200), (10, Fault.Hang), (10, Fault.Stall),
    ];

    private static readonly int TotalWeight = Weights.Sum(weight => weight.Weight);

    internal bool IsAnswer => Fault is Fault.None or Fault.SlowBytes;

    internal static CallPlan Draw(int seed, long turn, int model)
    {
        var random = new SplitMix((((ulong)seed << 40) ^ ((ulong)turn << 3)) + (ulong)model);
        int drawn = random.Next(TotalWeight);
        int fault = 0;
        while (drawn >= Weights[fault].Weight)
        {
            drawn -= Weights[fault++].Weight;
        }

        int pieces = 1 + random.Next(6);
        return new CallPlan(Weights[fault].Fault, pieces, Math.Max(0, random.Next(2 * pieces) - pieces), random.Next(ProviderErrors.All.Length), random.Next(2) == 0);
    }
}
