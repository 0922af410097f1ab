using System.Globalization;
using FailScope.Benchmarks.Analyzers;
using FailScope.Benchmarks.Chat;
using FailScope.Benchmarks.Generators;
using FailScope.Benchmarks.PriceLists;
using FailScope.Benchmarks.Runtime;

namespace FailScope.Benchmarks;

/// <summary>
/// Checks ratios between two things in one run, never absolute times, because a busy machine slows down both. A limit that is
/// exceeded is measured again, and fails only if it stays exceeded.
/// </summary>
internal sealed class Gate
{
    // The tolerance for noise in a ratio that should be at most 1.
    private const double Noise = 1.15;
    private const int Tries = 3;

    private readonly List<(string What, string Bar, string Measured, bool Holds)> _bars = [];

    /// <summary>Measures the named parts, or all of them.</summary>
    internal static int Run(params string[] parts)
    {
        var gate = new Gate();
        var all = new Dictionary<string, Action> { ["tables"] = gate.FailAndNext, ["cooldowns"] = gate.Cooldowns, ["chat"] = gate.ChatClient, ["generator"] = gate.Generator, ["analyzers"] = gate.Analyzers, ["lists"] = gate.PriceLists };
        foreach (string part in parts is [] ? [.. all.Keys] : parts)
        {
            if (!all.TryGetValue(part, out Action? measure))
            {
                Console.Error.WriteLine($"'{part}' is no part of the gate: {string.Join(", ", all.Keys)}.");
                return 2;
            }

            gate.Retry(measure);
        }

        return gate.Report();
    }

    private void Retry(Action measure)
    {
        for (int attempt = 1; ; attempt++)
        {
            int before = _bars.Count;
            measure();
            if (attempt == Tries || _bars.Skip(before).All(bar => bar.Holds))
            {
                foreach ((string what, string bar, string measured, bool holds) in _bars.Skip(before))
                {
                    Console.WriteLine($"{(holds ? "holds " : "BROKEN")}  {what,-66} {bar,-9} {measured}");
                }

                return;
            }

            Console.WriteLine($"A bar is broken; measuring again ({attempt + 1} of {Tries}).");
            _bars.RemoveRange(before, _bars.Count - before);
        }
    }

    private void FailAndNext()
    {
        (double stringSets, double polly, double nanoseconds, long bytes) = FailAndNextRatio.Measure();
        Add("fail + next, string sets over tables", "≥ 300 ×", $"{stringSets:F0} × ({nanoseconds:F2} ns)", stringSets >= 300 / Noise);
        Add("fail + next, Polly's fallback with circuit breakers over tables", "≥ 200 ×", $"{polly:F0} ×", polly >= 200 / Noise);
        Add("fail + next, bytes", "0 B", $"{bytes} B", bytes == 0);
    }

    private void Cooldowns()
    {
        foreach (bool isFirstCooling in new[] { false, true })
        {
            (double share, double nanoseconds, long bytes) = CooldownRatio.Measure(isFirstCooling);
            string what = isFirstCooling ? "memory, one of ten models cooling" : "memory, nothing cooling";
            Add($"{what}, over Polly's circuit breakers", "≤ 0.1", $"{share:F3} ({nanoseconds:F1} ns)", share <= 0.1 * Noise);
            Add($"{what}, bytes", "0 B", $"{bytes} B", bytes == 0);
        }

        (int withMemory, int probes, int withoutMemory) = DeadAccount.CountAsync().GetAwaiter().GetResult();
        Add($"wasted calls, {DeadAccount.Turns:N0} turns against an empty account", "1 + probes", $"{withMemory} = 1 + {probes} ({withoutMemory:N0} without memory)", withMemory == 1 + probes && withoutMemory == DeadAccount.Turns);
    }

    private void ChatClient()
    {
        foreach (ChatRatio ratio in ChatRatio.Measure())
        {
            string name = $"{(ratio.IsStream ? "stream" : "whole answer")}, {ratio.Failing} failing, over OrderedFailoverChatClient";
            Add($"{name}: time", "≤ 1", $"{ratio.Share:F2} ({ratio.Nanoseconds:F0} ns)", ratio.Share <= Noise);
            Add($"{name}: bytes", "≤ 1", $"{(double)ratio.Bytes / ratio.OtherBytes:F2} ({ratio.Bytes} B)", ratio.Bytes <= ratio.OtherBytes);
        }
    }

    private void Generator()
    {
        IReadOnlyList<GeneratorTiming.Row> rows = GeneratorTiming.Measure(members: 1000, runs: 5);
        GeneratorTiming.Row ours = rows[0];
        Add("generator, cold, over the fastest peer", "≤ 0.5", Ratio(row => row.Cold, out double cold), cold <= 0.5 * Noise);
        Add("generator, unrelated edit, over the fastest peer", "≤ 0.5", Ratio(row => row.UnrelatedEdit, out double unrelated), unrelated <= 0.5 * Noise);
        Add("generator, one member, over the fastest peer", "≤ 0.5", Ratio(row => row.OneMember, out double member), member <= 0.5 * Noise);
        Add("generator, outputs after an unrelated edit", "1 Cached", ours.Outputs, ours.Outputs == "1 Cached");

        IReadOnlyList<GeneratorTiming.Row> growth = GeneratorTiming.MeasureGrowth(runs: 5, 1000, 5000);
        double times = growth[1].Cold / growth[0].Cold;
        Add("generator, cold, 5,000 members over 1,000", "≤ 5.5", $"{times:F2} ({growth[1].Cold:F1} ms)", times <= 5.5 * Noise);

        string Ratio(Func<GeneratorTiming.Row, double> time, out double ratio)
        {
            GeneratorTiming.Row fastest = rows.Skip(1).MinBy(time)!;
            ratio = time(ours) / time(fastest);
            return $"{ratio:F2} ({time(ours):F1} ms; {fastest.Name} {time(fastest):F1} ms)";
        }
    }

    private void Analyzers()
    {
        AnalyzerShare.Result result = AnalyzerShare.Measure(files: 1000);
        Add("analyzers, over compile time, 1,000 files without a catalog", "≤ 1 %", $"{result.Share:P2} ({result.Analysis.TotalMilliseconds:F1} ms)", result.Share <= 0.01);
        Add("analyzers, findings in them", "0", $"{result.Findings.Count}", result.Findings.Count == 0);
    }

    private void PriceLists()
    {
        PriceListTiming.Result result = PriceListTiming.Measure(models: 3000, runs: 9);
        double ratio = result.Reader / result.Dom;
        Add("price list of 3,000 models, over System.Text.Json's document", "≤ 8", $"{ratio:F2} ({result.Reader:F1} ms; {result.Dom:F1} ms)", ratio <= 8 * Noise);
        double rules = PriceListRuleShare.Measure(models: 300, listed: 3000, runs: 25);
        Add("price list, its rules over the analysis of 300 models", "≤ 5 %", $"{rules:P1}", rules <= 0.05 * Noise);
        Add("price list, bytes held for a model", "≤ 600 B", $"{result.BytesPerModel} B", result.BytesPerModel <= 600);
    }

    private void Add(string what, string bar, FormattableString measured, bool holds) =>
        Add(what, bar, measured.ToString(CultureInfo.InvariantCulture), holds);

    private void Add(string what, string bar, string measured, bool holds) => _bars.Add((what, bar, measured, holds));

    private int Report()
    {
        Console.WriteLine($"A ratio of times may be {Noise - 1:P0} off its bar: that much is noise.");
        int broken = _bars.Count(bar => !bar.Holds);
        Console.WriteLine(broken == 0 ? $"All {_bars.Count} bars hold." : $"{broken} of {_bars.Count} bars are broken.");
        return broken == 0 ? 0 : 1;
    }
}
