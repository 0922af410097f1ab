using BenchmarkDotNet.Attributes;
using Polly;
using Polly.CircuitBreaker;
using Polly.Fallback;

namespace FailScope.Benchmarks.Runtime;

/// <summary>
/// A turn in which four models fail in four ways, each followed by the choice of the next model. Compares ways to decide, per
/// failure and next model.
/// </summary>
[MemoryDiagnoser]
public class FailAndNextBenchmarks
{
    internal const int Failures = 4;

    private static readonly FailureKind[] Kinds = [FailureKind.CreditExhausted, FailureKind.RateLimited, FailureKind.AuthenticationFailed, FailureKind.ProviderUnreachable];

    private ResiliencePipeline<Model?> _polly = ResiliencePipeline<Model?>.Empty;

    [GlobalSetup]
    public void SetUp()
    {
        CheckThatBothAgree();
        _polly = PollyChain();
        if (Polly() != Fleet.Chain.Models[Failures])
        {
            throw new InvalidOperationException("Polly's chain does not answer with the first model that works.");
        }
    }

    /// <summary>With tables: the state is a value of three words.</summary>
    [Benchmark(OperationsPerInvoke = Failures)]
    public Turn Tables()
    {
        // Without a loop, because its counter would cost as much as the measured code.
        FailureKind[] kinds = Kinds;
        FallbackState state = Fleet.Chain.Start().After(kinds[0]);
        state.TryGetNext(out Model? second);
        state = state.After(kinds[1]);
        state.TryGetNext(out Model? third);
        state = state.After(kinds[2]);
        state.TryGetNext(out Model? fourth);
        state = state.After(kinds[3]);
        state.TryGetNext(out Model? fifth);
        return new Turn(second, third, fourth, fifth);
    }

    /// <summary>With the same rules over sets of strings.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Failures)]
    public Turn StringSets()
    {
        FailureKind[] kinds = Kinds;
        var router = new StringSetRouter(Fleet.Chain);
        router.Fail(router.Next()!, kinds[0]);
        Model? second = router.Next();
        router.Fail(second!, kinds[1]);
        Model? third = router.Next();
        router.Fail(third!, kinds[2]);
        Model? fourth = router.Next();
        router.Fail(fourth!, kinds[3]);
        return new Turn(second, third, fourth, router.Next());
    }

    /// <summary>
    /// With Polly: a fallback for each further model, and a circuit breaker around the calls of each model. It has no scopes, so each
    /// failure leads to the next model.
    /// </summary>
    [Benchmark(OperationsPerInvoke = Failures)]
    public Model? Polly() => _polly.Execute(static position => Call(position), 0);

    /// <summary>The models chosen after each failure. Without this result, the JIT compiler would remove the lookups.</summary>
    public readonly record struct Turn(Model? Second, Model? Third, Model? Fourth, Model? Fifth);

    private static ResiliencePipeline<Model?> PollyChain()
    {
        ResiliencePipeline<Model?>[] breakers = [.. Fleet.Chain.Models.Select(_ => new ResiliencePipelineBuilder<Model?>()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Model?>
            {
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is null),

                // An open circuit throws, which costs a thousand times as much. The turns before that are measured.
                MinimumThroughput = int.MaxValue,
            })
            .Build())];

        // The strategy that is added first is the outermost.
        var chain = new ResiliencePipelineBuilder<Model?>();
        for (int position = breakers.Length - 1; position > 0; position--)
        {
            int next = position;
            chain.AddFallback(new FallbackStrategyOptions<Model?>
            {
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is null),
                FallbackAction = arguments => breakers[next].ExecuteOutcomeAsync(
                    static (_, position) => Outcome.FromResultAsValueTask(Call(position)),
                    arguments.Context,
                    next),
            });
        }

        return chain.AddPipeline(breakers[0]).Build();
    }

    private static Model? Call(int position) => position < Failures ? null : Fleet.Chain.Models[position];

    // All compared ways must give the same result after any failures.
    private static void CheckThatBothAgree()
    {
        var random = new Random(1);
        for (int turn = 0; turn < 10_000; turn++)
        {
            FallbackState state = Fleet.Chain.Start();
            var router = new StringSetRouter(Fleet.Chain);
            while (state.TryGetNext(out Model? model))
            {
                if (router.Next() != model)
                {
                    throw new InvalidOperationException($"The tables say {model}, the string sets {router.Next()}.");
                }

                var kind = (FailureKind)random.Next((int)FailureKind.Cancelled);
                state = state.After(kind);
                router.Fail(model, kind);
            }

            if (router.Next() is { } left)
            {
                throw new InvalidOperationException($"The tables say that nothing is left, the string sets {left}.");
            }
        }
    }
}
