using BenchmarkDotNet.Attributes;
using Polly;
using Polly.CircuitBreaker;

namespace FailScope.Benchmarks.Runtime;

/// <summary>
/// A turn in which four models fail in four ways, each followed by the choice of the next: what each way of deciding costs,
/// for one "fail and next".
/// </summary>
[MemoryDiagnoser]
public class FailAndNextBenchmarks
{
    internal const int Failures = 4;

    private static readonly FailureKind[] Kinds = [FailureKind.CreditExhausted, FailureKind.RateLimited, FailureKind.AuthenticationFailed, FailureKind.ProviderUnreachable];

    private ResiliencePipeline<int>[] _breakers = [];

    [GlobalSetup]
    public void SetUp()
    {
        CheckThatBothAgree();
        _breakers = [.. Fleet.Chain.Models.Select(_ => new ResiliencePipelineBuilder<int>()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<int>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result != 0),
                MinimumThroughput = 100,
            })
            .Build())];
    }

    /// <summary>Tables: the state is a value of three words.</summary>
    [Benchmark(OperationsPerInvoke = Failures)]
    public Model? Tables()
    {
        // Without a loop: its counter would cost as much as what is counted.
        FailureKind[] kinds = Kinds;
        FallbackState state = Fleet.Chain.Start().After(kinds[0]);
        state.TryGetNext(out Model? model);
        state = state.After(kinds[1]);
        state.TryGetNext(out model);
        state = state.After(kinds[2]);
        state.TryGetNext(out model);
        state = state.After(kinds[3]);
        state.TryGetNext(out model);
        return model;
    }

    /// <summary>The same rules over sets of strings.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Failures)]
    public Model? StringSets()
    {
        var router = new StringSetRouter(Fleet.Chain);
        Model? model = router.Next();
        foreach (FailureKind kind in Kinds)
        {
            router.Fail(model!, kind);
            model = router.Next();
        }

        return model;
    }

    /// <summary>Polly: a circuit breaker a model, tried in order. It knows no scopes, so it pays for every model in between.</summary>
    [Benchmark(OperationsPerInvoke = Failures)]
    public int PollyBreakers()
    {
        int result = 0;
        for (int i = 0; i <= Failures; i++)
        {
            result = _breakers[i].Execute(static position => position < Failures ? 1 : 0, i);
        }

        return result;
    }

    // What is compared does the same, whatever fails.
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
