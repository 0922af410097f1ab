using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FailScope.Benchmarks.Runtime;

/// <summary>
/// Compares string sets and Polly with tables, a few milliseconds each in turn, repeatedly. A busy machine
/// slows down for seconds at a time, so measuring one after the other would give wrong ratios for code that takes a nanosecond.
/// </summary>
/// <param name="StringSets">The time with string sets divided by that with tables.</param>
/// <param name="Polly">The time with Polly divided by that with tables.</param>
/// <param name="TableNanoseconds">The time with tables.</param>
/// <param name="TableBytes">The bytes that all turns of a round allocate with tables.</param>
internal sealed record FailAndNextRatio(double StringSets, double Polly, double TableNanoseconds, long TableBytes)
{
    /// <summary>The argument of a process that only measures.</summary>
    internal const string Argument = "--fail-and-next-ratio";

    private const int Rounds = 101;
    private const int Warmups = 60;
    private const int TableTurns = 200_000;
    private const int OtherTurns = 1_000;

    /// <summary>A way to take a turn. A separate type for each, so that the JIT compiler generates a separate loop.</summary>
    private interface IWay
    {
        static abstract FailAndNextBenchmarks.Turn Take(FailAndNextBenchmarks subject);
    }

    /// <summary>The median of several processes.</summary>
    internal static FailAndNextRatio Measure() => OtherProcesses.MedianBy(OtherProcesses.Run<FailAndNextRatio>(Argument), ratio => ratio.StringSets);

    /// <summary>The ratios in this process.</summary>
    internal static FailAndNextRatio MeasureHere()
    {
        var subject = new FailAndNextBenchmarks();
        subject.SetUp();
        for (int i = 0; i < Warmups; i++)
        {
            // The JIT compiler optimizes the code a tenth of a second after the first thirty calls.
            Time<Nothing>(subject, TableTurns / 20);
            Time<Tables>(subject, TableTurns / 20);
            Time<Sets>(subject, OtherTurns / 20);
            Time<Pipelines>(subject, OtherTurns / 20);
            Thread.Sleep(10);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Time<Tables>(subject, TableTurns);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var stringSets = new double[Rounds];
        var polly = new double[Rounds];
        var tables = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            // The time of the loop and the call is subtracted, as in BenchmarkDotNet.
            double around = Time<Nothing>(subject, TableTurns);
            tables[round] = Time<Tables>(subject, TableTurns) - around;
            stringSets[round] = (Time<Sets>(subject, OtherTurns) - around) / tables[round];
            polly[round] = (Time<Pipelines>(subject, OtherTurns) - around) / tables[round];
        }

        return new FailAndNextRatio(Median(stringSets), Median(polly), Median(tables), bytes);
    }

    /// <summary>Nanoseconds for one failure and the next model.</summary>
    private static double Time<TWay>(FailAndNextBenchmarks subject, int turns)
        where TWay : struct, IWay
    {
        FailAndNextBenchmarks.Turn last = default;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < turns; i++)
        {
            last = TWay.Take(subject);
        }

        double nanoseconds = Stopwatch.GetElapsedTime(started).TotalNanoseconds / turns / FailAndNextBenchmarks.Failures;
        GC.KeepAlive(last.Fifth);
        return nanoseconds;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private readonly struct Nothing : IWay
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static FailAndNextBenchmarks.Turn Take(FailAndNextBenchmarks subject) => default;
    }

    private readonly struct Tables : IWay
    {
        public static FailAndNextBenchmarks.Turn Take(FailAndNextBenchmarks subject) => subject.Tables();
    }

    private readonly struct Sets : IWay
    {
        public static FailAndNextBenchmarks.Turn Take(FailAndNextBenchmarks subject) => subject.StringSets();
    }

    private readonly struct Pipelines : IWay
    {
        public static FailAndNextBenchmarks.Turn Take(FailAndNextBenchmarks subject) => new(null, null, null, subject.Polly());
    }
}
