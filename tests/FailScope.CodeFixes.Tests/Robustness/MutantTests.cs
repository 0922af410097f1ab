using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;

namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>
/// Catalogs and code with random errors. The generator, the analyzers and the fixes must not throw or hang on them, generated code must
/// compile where the rest does, and offered fixes must do no damage. The number of sources is CsCheck's setting, <c>CsCheck_Iter=100000</c>;
/// <c>FailScope_Mutant</c> is the seed of a single one to try.
/// </summary>
public class MutantTests
{
    private const int ShortRun = 100;

    /// <summary>From this number of sources on, every rule must have reported something and every fix must have been applied.</summary>
    private const int LongRun = 20_000;

    private const int Progress = 1_000;

    /// <summary>A source that takes longer counts as hanging; most take hundredths of a second.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task No_broken_source_makes_the_generator_analyzers_or_fixes_throw_hang_or_damage_code()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        string? only = Environment.GetEnvironmentVariable("FailScope_Mutant");
        long count = only is { Length: > 0 } ? 1 : Iterations.Or(ShortRun);
        using var trial = new MutantTrial();
        var failures = new ConcurrentDictionary<string, (Mutant Mutant, MutantFailure Failure)>();
        int done = 0;
        await (only is { Length: > 0 } ? Gen.Const(uint.Parse(only, CultureInfo.InvariantCulture)) : Gen.UInt[0, uint.MaxValue - 1]).SampleAsync(
            async seed =>
            {
                Mutant mutant = Mutant.Create(seed);
                if (await TryAsync(trial, mutant, cancellationToken) is { } failure && failures.TryAdd(failure.Kind, (mutant, failure)))
                {
                    // Reported now, because in a long run it may take hours until the source is reduced.
                    Say($"{failure.Kind}: {failure.Message}\n{mutant}");
                }

                if (Interlocked.Increment(ref done) is var sources && sources % Progress == 0)
                {
                    Say($"… {sources:N0} sources, {failures.Count} kinds of failure");
                }
            },
            iter: count);
        Say(trial.Tally.ToString());

        var reports = new List<string>();
        foreach ((Mutant mutant, MutantFailure failure) in failures.Values.Take(10))
        {
            Mutant smallest = await MutantShrinker.ShrinkAsync(mutant, async smaller => (await TryAsync(trial, smaller, cancellationToken))?.Kind == failure.Kind);
            reports.Add($"{smallest}\n{(await TryAsync(trial, smallest, cancellationToken))?.Message}");
        }

        Assert.True(reports.Count == 0, $"{failures.Count} kinds of failure:\n{string.Join("\n", failures.Keys)}\n\n{string.Join("\n\n", reports)}");
        if (count >= LongRun)
        {
            Assert.Equal(MutantTrial.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct().Except(trial.Tally.Diagnostics.Keys), []);
            Assert.Equal(MutantTrial.Fixes.SelectMany(fix => fix.FixableDiagnosticIds.Select(id => MutantTally.NameOf(fix, id))).Except(trial.Tally.Fixes.Keys), []);
        }
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private static async Task<MutantFailure?> TryAsync(MutantTrial trial, Mutant mutant, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Run(() => trial.RunAsync(mutant, cancellationToken), cancellationToken).WaitAsync(Patience, cancellationToken);
            return null;
        }
        catch (MutantFailure failure)
        {
            return failure;
        }
        catch (TimeoutException)
        {
            return new MutantFailure("hang", "");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return MutantFailure.Of("compiler", exception);
        }
    }
}
