using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class FallbackOnCancellationTests : RuleTests<FallbackOnCancellationAnalyzer>
{
    protected override string Id => DiagnosticIds.FallbackOnCancellation;

    protected override string Hit => Turn("{|#0:catch (Exception exception)|} { state = state.After(FailureClassifier.Classify(exception, token).Kind); }");

    [Theory]
    [InlineData("[|catch|] { state = state.After(FailureKind.Unknown); }")]
    [InlineData("[|catch (Exception)|] { state = state.After(FailureKind.Timeout); continue; }")]
    [InlineData("[|catch (OperationCanceledException)|] { state = state.After(FailureKind.Timeout); }")]
    [InlineData("[|catch (TaskCanceledException)|] { state = state.After(FailureKind.Timeout, model); }")]
    [InlineData("[|catch (Exception exception)|] { var failure = FailureClassifier.Classify(exception, token); Log(failure); state = state.After(failure.Kind); }")]
    [InlineData("catch (Exception) { state = [|state.After(FailureKind.Cancelled)|]; throw; }")]
    public Task A_fallback_after_cancellation_is_reported(string handler) => Analyzing<FallbackOnCancellationAnalyzer>.Reports(Turn(handler));

    [Theory]
    [InlineData("catch (Exception exception) { var failure = FailureClassifier.Classify(exception, token); if (failure.IsTerminal) throw; state = state.After(failure.Kind); }")]
    [InlineData("catch (Exception exception) { var failure = FailureClassifier.Classify(exception, token); if (failure is { IsTerminal: true }) continue; state = state.After(failure.Kind); }")]
    [InlineData("catch (Exception) when (!token.IsCancellationRequested) { state = state.After(FailureKind.Unknown); }")]
    [InlineData("catch (Exception e) when (e is not OperationCanceledException) { state = state.After(FailureKind.Unknown); }")]
    [InlineData("catch (OperationCanceledException) { throw; } catch (Exception) { state = state.After(FailureKind.Unknown); }")]
    [InlineData("catch (OperationCanceledException) when (token.IsCancellationRequested) { throw; } catch (Exception) { state = state.After(FailureKind.Unknown); }")]
    [InlineData("catch (Exception) { token.ThrowIfCancellationRequested(); state = state.After(FailureKind.Unknown); }")]
    [InlineData("catch (Exception) { if (token.IsCancellationRequested) return null; state = state.After(FailureKind.Unknown); }")]
    [InlineData("catch (Exception exception) { if (Stop(exception)) break; state = state.After(FailureKind.Unknown); }")]
    [InlineData("catch (System.Net.Http.HttpRequestException) { state = state.After(FailureKind.Unknown); }")]
    [InlineData("catch (Exception) { Log(null); }")]
    [InlineData("catch (Exception exception) { var kind = FailureClassifier.Classify(exception, token).Kind; if (kind != FailureKind.Cancelled) state = state.After(kind); }")]
    public Task A_handler_that_checks_for_cancellation_is_not_reported(string handler) => Analyzing<FallbackOnCancellationAnalyzer>.ReportsNothing(Turn(handler));

    [Fact]
    public Task A_turn_that_cannot_be_cancelled_is_not_reported() =>
        Analyzing<FallbackOnCancellationAnalyzer>.ReportsNothing(
            Turn("catch (Exception) { state = state.After(FailureKind.Unknown); }").Replace("SendAsync(model, token)", "SendAsync(model, CancellationToken.None)", StringComparison.Ordinal));

    [Fact]
    public Task A_loop_that_checks_for_cancellation_is_not_reported() =>
        Analyzing<FallbackOnCancellationAnalyzer>.ReportsNothing(
            Turn("catch (Exception) { state = state.After(FailureKind.Unknown); }").Replace("while (state", "while (!token.IsCancellationRequested && state", StringComparison.Ordinal));

    [Fact]
    public Task A_loop_over_something_else_is_not_reported() =>
        Analyzing<FallbackOnCancellationAnalyzer>.ReportsNothing(
            Turn("catch (Exception) { state = state.After(FailureKind.Unknown); }").Replace("state.TryGetNext(out model)", "model is not null", StringComparison.Ordinal));

    [Fact]
    public Task Code_without_the_package_is_ignored() =>
        Analyzing<FallbackOnCancellationAnalyzer>.Run(
            """
            class State { public bool TryGetNext(out int model) { model = 0; return true; } public State After(int kind) => this; }
            class Turn
            {
                void Run(State state, System.Threading.CancellationToken token)
                {
                    while (state.TryGetNext(out int model)) { try { System.Threading.Tasks.Task.Delay(1, token).Wait(); } catch (System.Exception) { state = state.After(1); } }
                }
            }
            """,
            [],
            withPackage: false);

    private static string Turn(string handler) => $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using FailScope;

        class Turn
        {
            static Task<string> SendAsync(Model model, CancellationToken token) => null;
            static void Log(Failure failure) { }
            static bool Stop(Exception exception) => true;

            async Task<string> RunAsync(FallbackChain chain, CancellationToken token)
            {
                FallbackState state = chain.Start();
                Model model = chain.Models[0];
                while (state.TryGetNext(out model))
                {
                    try { return await SendAsync(model, token); }
                    {{handler}}
                }

                return null;
            }
        }
        """;
}
