using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class DroppedFallbackStateTests : RuleTests<DroppedFallbackStateAnalyzer>
{
    protected override string Id => DiagnosticIds.DroppedFallbackState;

    protected override string Hit => Loop("{|#0:state.After(kind)|};");

    [Theory]
    [InlineData("[|state.After(kind, model)|];")]
    [InlineData("[|state.After(kind).After(kind)|];")]
    [InlineData("[|state.Chain!.Start()|];")]
    [InlineData("state.Chain?[|.Start(ModelCapabilities.Tools)|];")]
    [InlineData("System.Action fail = () => [|state.After(kind)|];")]
    public Task An_unused_result_is_reported(string statement) => Analyzing<DroppedFallbackStateAnalyzer>.Reports(Loop(statement));

    [Theory]
    [InlineData("state = state.After(kind);")]
    [InlineData("_ = state.After(kind);")]
    [InlineData("FallbackState next = state.After(kind);")]
    [InlineData("System.Func<FallbackState> next = () => state.After(kind);")]
    [InlineData("if (state.After(kind) == state) { }")]
    [InlineData("state.TryGetNext(out _);")]
    public Task A_used_result_is_not_reported(string statement) => Analyzing<DroppedFallbackStateAnalyzer>.ReportsNothing(Loop(statement));

    [Fact]
    public Task A_method_with_the_same_name_in_another_library_is_not_reported() =>
        Analyzing<DroppedFallbackStateAnalyzer>.ReportsNothing("""
            using FailScope;

            class Timer
            {
                public FallbackState After(FailureKind kind) => default;
                void Run() => After(FailureKind.Timeout);
            }
            """);

    [Fact]
    public Task Code_without_the_package_is_ignored() =>
        Analyzing<DroppedFallbackStateAnalyzer>.Run("struct FallbackState { FallbackState After(int kind) { After(0); return this; } }", [], withPackage: false);

    private static string Loop(string statement) => $$"""
        using FailScope;

        class Turn
        {
            void Fail(FallbackState state, FailureKind kind, Model model)
            {
                {{statement}}
            }
        }
        """;
}
