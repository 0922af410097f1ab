using System.Diagnostics;

namespace FailScope.Benchmarks.Chat;

/// <summary>
/// FailScope's chat client compared with the other one, a few milliseconds each in turn, for the reason given in
/// <see cref="Runtime.FailAndNextRatio"/>.
/// </summary>
/// <param name="Failing">The number of models that fail before one answers.</param>
/// <param name="IsStream">Whether the answer is a stream.</param>
/// <param name="Share">FailScope's time divided by the other client's.</param>
/// <param name="Nanoseconds">FailScope's time for one answer.</param>
/// <param name="Bytes">The bytes that FailScope allocates for one answer.</param>
/// <param name="OtherBytes">The bytes that the other client allocates for one answer.</param>
internal sealed record ChatRatio(int Failing, bool IsStream, double Share, double Nanoseconds, long Bytes, long OtherBytes)
{
    /// <summary>The argument of a process that only measures.</summary>
    internal const string Argument = "--chat-ratio";

    private const int Rounds = 31;
    private const int Warmups = 60;
    private const double RoundNanoseconds = 2_000_000;

    /// <summary>The median of each ratio in several processes.</summary>
    internal static IReadOnlyList<ChatRatio> Measure() =>
        [.. OtherProcesses.Run<ChatRatio[]>(Argument).SelectMany(ratios => ratios).GroupBy(ratio => (ratio.Failing, ratio.IsStream)).Select(same => OtherProcesses.MedianBy(same, ratio => ratio.Share))];

    /// <summary>The ratios in this process.</summary>
    internal static IReadOnlyList<ChatRatio> MeasureHere()
    {
        var ratios = new List<ChatRatio>();
        foreach (int failing in new[] { 0, 1, 9 })
        {
            var subject = new ChatClientBenchmarks { Failing = failing };
            subject.SetUp();
            ratios.Add(Compare(failing, isStream: false, subject.FailScope, subject.OrderedFailover));
            ratios.Add(Compare(failing, isStream: true, subject.FailScopeStreaming, subject.OrderedFailoverStreaming));
        }

        return ratios;
    }

    private static ChatRatio Compare<T>(int failing, bool isStream, Func<Task<T>> ours, Func<Task<T>> theirs)
    {
        int turns = 10;
        for (int i = 0; i < Warmups; i++)
        {
            // The JIT compiler optimizes the code a tenth of a second after the first thirty calls.
            turns = (int)Math.Clamp(RoundNanoseconds / Time(ours, turns), 10, 10_000);
            Time(theirs, turns);
            Thread.Sleep(10);
        }

        (long bytes, long otherBytes) = (BytesOf(ours), BytesOf(theirs));
        var shares = new double[Rounds];
        var times = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            times[round] = Time(ours, turns);
            shares[round] = times[round] / Time(theirs, turns);
        }

        Array.Sort(shares);
        Array.Sort(times);
        return new ChatRatio(failing, isStream, shares[Rounds / 2], times[Rounds / 2], bytes, otherBytes);
    }

    private static double Time<T>(Func<Task<T>> answer, int turns)
    {
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < turns; i++)
        {
            answer().GetAwaiter().GetResult();
        }

        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / turns;
    }

    private static long BytesOf<T>(Func<Task<T>> answer)
    {
        const int Turns = 100;
        long before = GC.GetAllocatedBytesForCurrentThread();
        Time(answer, Turns);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Turns;
    }
}
