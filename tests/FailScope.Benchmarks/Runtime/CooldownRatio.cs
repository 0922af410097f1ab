using System.Diagnostics;

namespace FailScope.Benchmarks.Runtime;

/// <summary>Compares the memory with Polly, a few milliseconds each in turn, for the reason given in <see cref="FailAndNextRatio"/>.</summary>
internal static class CooldownRatio
{
    private const int Rounds = 51;
    private const int Warmups = 60;
    private const int Turns = 20_000;

    /// <summary>The time of the memory as a share of Polly's, in nanoseconds, and the bytes of all turns of a round.</summary>
    internal static (double Share, double Nanoseconds, long Bytes) Measure(bool isFirstCooling)
    {
        var subject = new CooldownBenchmarks { IsFirstCooling = isFirstCooling };
        subject.SetUp();
        for (int i = 0; i < Warmups; i++)
        {
            TimeMemory(subject, Turns / 20);
            TimePolly(subject, Turns / 20);
            Thread.Sleep(10);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeMemory(subject, Turns);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var shares = new double[Rounds];
        var times = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            times[round] = TimeMemory(subject, Turns);
            shares[round] = times[round] / TimePolly(subject, Turns / 5);
        }

        Array.Sort(shares);
        Array.Sort(times);
        return (shares[Rounds / 2], times[Rounds / 2], bytes);
    }

    private static double TimeMemory(CooldownBenchmarks subject, int turns)
    {
        Model? last = null;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < turns; i++)
        {
            last = subject.Memory();
        }

        double nanoseconds = Stopwatch.GetElapsedTime(started).TotalNanoseconds / turns;
        GC.KeepAlive(last);
        return nanoseconds;
    }

    private static double TimePolly(CooldownBenchmarks subject, int turns)
    {
        Model? last = null;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < turns; i++)
        {
            last = subject.Polly();
        }

        double nanoseconds = Stopwatch.GetElapsedTime(started).TotalNanoseconds / turns;
        GC.KeepAlive(last);
        return nanoseconds;
    }
}
