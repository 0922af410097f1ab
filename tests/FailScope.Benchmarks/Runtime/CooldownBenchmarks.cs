using BenchmarkDotNet.Attributes;
using Polly;
using Polly.CircuitBreaker;
using Polly.Fallback;

namespace FailScope.Benchmarks.Runtime;

/// <summary>
/// A turn with ten models that asks the memory which model may be called, calls it, and reports the result, with nothing cooling and with
/// the first model cooling. Compared with Polly: a circuit breaker around each model, the first one open or not, and a fallback to the next.
/// </summary>
[MemoryDiagnoser]
public class CooldownBenchmarks
{
    private const string Tenant = "tenant 7";

    private Cooldowns _cooldowns = new();
    private ResiliencePipeline<Model?> _polly = ResiliencePipeline<Model?>.Empty;

    [Params(false, true)]
    public bool IsFirstCooling { get; set; }

    private Model Expected => Fleet.Chain.Models[IsFirstCooling ? 1 : 0];

    [GlobalSetup]
    public void SetUp()
    {
        _cooldowns = new Cooldowns();
        var control = new CircuitBreakerManualControl(isIsolated: IsFirstCooling);
        _polly = PollyChain(control);
        if (IsFirstCooling)
        {
            // A thousand other tenants have cool-downs of their own.
            for (int i = 0; i < 1_000; i++)
            {
                Fail($"tenant {i}");
            }
        }

        if (Memory() != Expected || Polly() != Expected)
        {
            throw new InvalidOperationException($"The memory chooses {Memory()}, Polly {Polly()}; expected {Expected}.");
        }
    }

    /// <summary>With the memory: start, begin, call, report the success.</summary>
    [Benchmark]
    public Model? Memory()
    {
        FallbackState state = Fleet.Chain.Start(_cooldowns, Tenant);
        if (!_cooldowns.TryBegin(ref state, out CooldownAttempt attempt, Tenant))
        {
            return null;
        }

        Model answered = attempt.Model;
        _cooldowns.Answered(attempt);
        return answered;
    }

    /// <summary>With Polly: a fallback for each further model, and a circuit breaker around the calls of each model.</summary>
    [Benchmark(Baseline = true)]
    public Model? Polly() => _polly.Execute(static position => Fleet.Chain.Models[position], 0);

    private void Fail(string tenant)
    {
        FallbackState state = Fleet.Chain.Start();
        _cooldowns.TryBegin(ref state, out CooldownAttempt attempt, tenant);
        _cooldowns.Failed(attempt, new Failure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromHours(20) });
    }

    private static ResiliencePipeline<Model?> PollyChain(CircuitBreakerManualControl first)
    {
        ResiliencePipeline<Model?>[] breakers = [.. Fleet.Chain.Models.Select((_, position) => new ResiliencePipelineBuilder<Model?>()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Model?>
            {
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is null),
                MinimumThroughput = int.MaxValue,
                ManualControl = position == 0 ? first : null,
            })
            .Build())];
        var chain = new ResiliencePipelineBuilder<Model?>();
        for (int position = breakers.Length - 1; position > 0; position--)
        {
            int next = position;
            chain.AddFallback(new FallbackStrategyOptions<Model?>
            {
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is null),
                FallbackAction = arguments => breakers[next].ExecuteOutcomeAsync(
                    static (_, position) => Outcome.FromResultAsValueTask<Model?>(Fleet.Chain.Models[position]),
                    arguments.Context,
                    next),
            });
        }

        return chain.AddPipeline(breakers[0]).Build();
    }
}
