using FailScope.CodeFixes.Use;
using FailScope.Generators.Analyzers.Use;

namespace FailScope.CodeFixes.Tests.Use;

public sealed class DroppedFallbackStateCodeFixTests
{
    [Theory]
    [InlineData("state.After(kind)", "state = state.After(kind)")]
    [InlineData("local.After(kind, model)", "local = local.After(kind, model)")]
    [InlineData("_field.After(kind)", "_field = _field.After(kind)")]
    [InlineData("this.Settable.After(kind)", "this.Settable = this.Settable.After(kind)")]
    public Task The_result_is_assigned_to_the_variable_of_the_state(string before, string after) =>
        Fixing<DroppedFallbackStateAnalyzer, DroppedFallbackStateCodeFix>.Changes(Turn($"[|{before}|];"), Turn($"{after};"));

    [Fact]
    public Task Comments_are_kept() =>
        Fixing<DroppedFallbackStateAnalyzer, DroppedFallbackStateCodeFix>.Changes(
            Turn("/* a */ [|state.After(kind)|] /* b */; // c"),
            Turn("/* a */ state = state.After(kind) /* b */; // c"));

    [Fact]
    public Task Fix_All_fixes_a_whole_project() =>
        Fixing<DroppedFallbackStateAnalyzer, DroppedFallbackStateCodeFix>.Changes(
            [Turn("[|state.After(kind)|]; [|local.After(kind)|];"), Turn("[|state.After(kind)|];").Replace("class Turn", "class Other", StringComparison.Ordinal)],
            [Turn("state = state.After(kind); local = local.After(kind);"), Turn("state = state.After(kind);").Replace("class Turn", "class Other", StringComparison.Ordinal)]);

    [Theory]
    [InlineData("[|_readonly.After(kind)|];")]
    [InlineData("[|ReadOnly.After(kind)|];")]
    [InlineData("[|Make().After(kind)|];")]
    [InlineData("[|Make2()._field.After(kind)|];")]
    [InlineData("[|@in.After(kind)|];")]
    [InlineData("[|state.After(kind).After(kind)|];")]
    [InlineData("[|state.Chain!.Start()|];")]
    [InlineData("foreach (FallbackState one in new[] { state }) [|one.After(kind)|];")]
    [InlineData("System.Action drop = () => [|state.After(kind)|];")]
    public Task Without_an_assignable_target_no_fix_is_offered(string statement) =>
        Fixing<DroppedFallbackStateAnalyzer, DroppedFallbackStateCodeFix>.OffersNothing(Turn(statement));

    private static string Turn(string statement) => $$"""
        using FailScope;

        class Turn
        {
            private readonly FallbackState _readonly;
            private FallbackState _field;
            FallbackState Settable { get; set; }
            FallbackState ReadOnly { get; }
            static FallbackState Make() => default;
            static Turn Make2() => new();

            void Fail(FallbackState state, FailureKind kind, Model model, in FallbackState @in)
            {
                FallbackState local = state;
                {{statement}}
            }
        }
        """;
}
