using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FailScope.Benchmarks.Runtime;

/// <summary>
/// String sets over tables, a few milliseconds of one and then of the other, again and again. A machine that has other work
/// slows for seconds at a time: measured one after the other, what costs two nanoseconds seems to cost twice that or half.
/// </summary>
internal static class FailAndNextRatio
{
    private const int Rounds = 101;
    private const int Warmups = 60;
    private const int TableTurns = 200_000;
    private const int StringSetTurns = 1_000;

    internal static (double Ratio, double TableNanoseconds, long TableBytes) Measure()
    {
        var subject = new FailAndNextBenchmarks();
        subject.SetUp();
        for (int i = 0; i < Warmups; i++)
        {
            // The JIT compiler's last word comes a tenth of a second after the first thirty calls.
            Nothing(subject, TableTurns / 20);
            Tables(subject, TableTurns / 20);
            StringSets(subject, StringSetTurns / 20);
            Thread.Sleep(10);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Tables(subject, TableTurns);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var ratios = new double[Rounds];
        var tables = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            // The loop and the call are no part of either, as BenchmarkDotNet has it too.
            double around = Nothing(subject, TableTurns);
            tables[round] = Tables(subject, TableTurns) - around;
            ratios[round] = (StringSets(subject, StringSetTurns) - around) / tables[round];
        }

        Array.Sort(ratios);
        Array.Sort(tables);
        return (ratios[Rounds / 2], tables[Rounds / 2], bytes);
    }

    private static double Tables(FailAndNextBenchmarks subject, int turns)
    {
        FailAndNextBenchmarks.Turn last = default;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < turns; i++)
        {
            last = subject.Tables();
        }

        return PerFailure(started, turns, last);
    }

    private static double Nothing(FailAndNextBenchmarks subject, int turns)
    {
        FailAndNextBenchmarks.Turn last = default;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < turns; i++)
        {
            last = None(subject);
        }

        return PerFailure(started, turns, last);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FailAndNextBenchmarks.Turn None(FailAndNextBenchmarks subject)
    {
        _ = subject;
        return default;
    }

    private static double StringSets(FailAndNextBenchmarks subject, int turns)
    {
        FailAndNextBenchmarks.Turn last = default;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < turns; i++)
        {
            last = subject.StringSets();
        }

        return PerFailure(started, turns, last);
    }

    private static double PerFailure(long started, int turns, FailAndNextBenchmarks.Turn last)
    {
        double nanoseconds = Stopwatch.GetElapsedTime(started).TotalNanoseconds / turns / FailAndNextBenchmarks.Failures;
        GC.KeepAlive(last.Fifth);
        return nanoseconds;
    }
}
