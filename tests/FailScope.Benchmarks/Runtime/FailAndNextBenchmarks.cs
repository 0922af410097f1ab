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
    public Turn Tables()
    {
        // Without a loop: its counter would cost as much as what is counted.
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

    /// <summary>The same rules over sets of strings.</summary>
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

    /// <summary>The models chosen after each failure: what nobody reads, the JIT compiler would not look up.</summary>
    public readonly record struct Turn(Model? Second, Model? Third, Model? Fourth, Model? Fifth);

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
