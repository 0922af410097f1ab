using FailScope.CodeFixes.Use;
using FailScope.Generators.Analyzers.Use;

namespace FailScope.CodeFixes.Tests.Use;

public sealed class FallbackOnCancellationCodeFixTests
{
    [Fact]
    public Task A_terminal_classified_failure_is_rethrown() =>
        Fixing<FallbackOnCancellationAnalyzer, FallbackOnCancellationCodeFix>.Changes(
            Turn("""
                [|catch (Exception exception)|]
                            {
                                Failure failure = FailureClassifier.Classify(exception, token);

                                // On to the next.
                                state = state.After(failure.Kind);
                            }
                """),
            Turn("""
                catch (Exception exception)
                            {
                                Failure failure = FailureClassifier.Classify(exception, token);
                                if (failure.IsTerminal)
                                {
                                    throw;
                                }

                                // On to the next.
                                state = state.After(failure.Kind);
                            }
                """));

    [Theory]
    [InlineData("[|catch (Exception)|]", "catch (Exception) when (!token.IsCancellationRequested)")]
    [InlineData("[|catch|]", "catch when (!token.IsCancellationRequested)")]
    public Task Without_a_classified_failure_the_handler_no_longer_catches_cancellation(string before, string after) =>
        Fixing<FallbackOnCancellationAnalyzer, FallbackOnCancellationCodeFix>.Changes(
            Turn(before + "\n            {\n                state = state.After(FailureKind.Unknown);\n            }"),
            Turn(after + "\n            {\n                state = state.After(FailureKind.Unknown);\n            }"));

    [Theory]
    [InlineData("catch (Exception) { state = [|state.After(FailureKind.Cancelled)|]; throw; }")]
    public Task An_unusual_step_after_cancellation_gets_no_fix(string handler) =>
        Fixing<FallbackOnCancellationAnalyzer, FallbackOnCancellationCodeFix>.OffersNothing(Turn(handler));

    [Fact]
    public Task With_two_tokens_no_fix_is_offered() =>
        Fixing<FallbackOnCancellationAnalyzer, FallbackOnCancellationCodeFix>.OffersNothing(
            Turn("[|catch (Exception)|] { state = state.After(FailureKind.Unknown); }")
                .Replace("SendAsync(model, token)", "SendAsync(model, model.IsFree ? token : other)", StringComparison.Ordinal));

    private static string Turn(string handler) => $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using FailScope;

        class Turn
        {
            static Task<string?> SendAsync(Model model, CancellationToken token) => Task.FromResult<string?>(null);

            async Task<string?> RunAsync(FallbackChain chain, CancellationToken token, CancellationToken other)
            {
                FallbackState state = chain.Start();
                while (state.TryGetNext(out Model? model))
                {
                    try { return await SendAsync(model, token); }
                    {{handler}}
                }

                return null;
            }
        }
        """;
}
