using FailScope.CodeFixes.Use;
using FailScope.Generators.Analyzers.Use;

namespace FailScope.CodeFixes.Tests.Use;

public sealed class FreeVariantCodeFixTests
{
    [Theory]
    [InlineData("""modelId.[|Contains(":free")|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""!modelId.[|Contains(":free", StringComparison.OrdinalIgnoreCase)|]""", "!ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.ToLower().[|Contains(":free")|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""(modelId ?? "").ToLowerInvariant().[|Contains(":free")|]""", """ModelId.IsFreeVariant(modelId ?? "")""")]
    [InlineData("""modelId.Trim().[|Contains(":free")|]""", "ModelId.IsFreeVariant(modelId.Trim())")]
    [InlineData("""modelId.[|Contains(":free")|] is true""", "ModelId.IsFreeVariant(modelId) is true")]
    [InlineData("""modelId.[|Contains(Mark)|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.AsSpan().[|Contains(":free", StringComparison.Ordinal)|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.AsSpan(3).[|Contains(":free", StringComparison.Ordinal)|]""", "ModelId.IsFreeVariant(modelId.AsSpan(3))")]
    [InlineData("""modelId is { } id && id.[|Contains(":free")|]""", "modelId is { } id && ModelId.IsFreeVariant(id)")]
    [InlineData("""modelId switch { var s when s.[|Contains(":free")|] => true, _ => false }""", "modelId switch { var s when ModelId.IsFreeVariant(s) => true, _ => false }")]
    [InlineData("""entries.Any(entry => entry.Id.[|Contains(":free")|])""", "entries.Any(entry => ModelId.IsFreeVariant(entry.Id))")]
    [InlineData("""(from entry in entries where entry.Id.[|Contains(":free")|] select entry).Any()""", "(from entry in entries where ModelId.IsFreeVariant(entry.Id) select entry).Any()")]
    public Task A_substring_search_becomes_IsFreeVariant(string before, string after) => Changes(before, after);

    [Fact]
    public Task Code_inside_conditional_directives_is_not_removed() =>
        Fixing<FreeVariantBySubstringAnalyzer, FreeVariantCodeFix>.OffersNothing("class Router { bool Test(string id) =>\n#if NEVER\n#else\nid\n#endif\n.[|Contains(\":free\")|]; }");

    [Theory]
    [InlineData("""modelId.[|IndexOf(":free")|] >= 0""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.[|IndexOf(":free")|] > -1""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.[|IndexOf(":free", StringComparison.Ordinal)|] != -1""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.[|LastIndexOf(":free")|] > 0""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""0 <= modelId.[|IndexOf(":free")|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""(modelId.[|IndexOf(":free")|] >= 0) == true""", "ModelId.IsFreeVariant(modelId) == true")]
    [InlineData("""modelId.[|IndexOf(":free")|] is >= 0""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.[|IndexOf(":free")|] is not -1""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.[|IndexOf(":free")|] < 0""", "!ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.[|IndexOf(":free")|] == -1""", "!ModelId.IsFreeVariant(modelId)")]
    [InlineData("""-1 == modelId.[|IndexOf(":free")|]""", "!ModelId.IsFreeVariant(modelId)")]
    [InlineData("""!(modelId.[|IndexOf(":free")|] == -1)""", "!(!ModelId.IsFreeVariant(modelId))")]
    [InlineData("""modelId.[|IndexOf(":free")|] is -1""", "!ModelId.IsFreeVariant(modelId)")]
    [InlineData("""CultureInfo.InvariantCulture.CompareInfo.[|IndexOf(modelId, ":free")|] >= 0""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""MemoryExtensions.[|IndexOf(modelId.AsSpan(), ":free".AsSpan())|] >= 0""", "ModelId.IsFreeVariant(modelId)")]
    public Task A_comparison_of_a_position_becomes_a_Boolean_call(string before, string after) => Changes(before, after);

    [Theory]
    [InlineData("""modelId?.[|Contains(":free")|] == true""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId?.[|Contains(":free")|] ?? false""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId?.[|Contains(":free")|] is true""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId?.[|Contains(":free")|] != true""", "!ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId?.[|Contains(":free")|] is not true""", "!ModelId.IsFreeVariant(modelId)")]
    [InlineData("""(one?.Id.[|Contains(":free")|] ?? false) && true""", "ModelId.IsFreeVariant(one?.Id) && true")]
    [InlineData("""one?.Id?.[|Contains(":free")|] == true""", "ModelId.IsFreeVariant(one?.Id)")]
    [InlineData("""modelId?.[|IndexOf(":free")|] >= 0""", "ModelId.IsFreeVariant(modelId)")]
    public Task A_value_that_may_be_null_counts_as_not_free(string before, string after) => Changes(before, after);

    [Theory]
    [InlineData("""Regex.[|IsMatch(modelId, ":free")|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""Regex.[|IsMatch(pattern: @":free\b", input: modelId, options: RegexOptions.IgnoreCase)|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.Split(':').[|Contains("free")|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.Split(':').[|Any(part => part == "free")|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""Array.[|IndexOf(modelId.Split(':'), "free")|] >= 0""", "ModelId.IsFreeVariant(modelId)")]
    public Task Other_spellings_get_the_same_fix(string before, string after) => Changes(before, after);

    [Theory]
    [InlineData("""modelId.[|EndsWith(":free")|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""!modelId.[|EndsWith(":free", StringComparison.Ordinal)|]""", "!ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId?.[|EndsWith(":free")|] == true""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""modelId.AsSpan().[|EndsWith(":free")|]""", "ModelId.IsFreeVariant(modelId)")]
    [InlineData("""CultureInfo.InvariantCulture.CompareInfo.[|IsSuffix(modelId, ":free")|]""", "ModelId.IsFreeVariant(modelId)")]
    public Task A_test_of_the_end_becomes_IsFreeVariant_too(string before, string after) =>
        Fixing<FreeVariantByCultureOrCaseAnalyzer, FreeVariantCodeFix>.Changes(Router(before), Router(after, "using FailScope;"));

    [Theory]
    [InlineData("""modelId?.[|Contains(":free")|] == false""")]
    [InlineData("""modelId?.[|Contains(":free")|] is null""")]
    [InlineData("""modelId?.[|IndexOf(":free")|] < 0""")]
    [InlineData("""modelId?.[|IndexOf(":free")|] != -1""")]
    [InlineData("""modelId?.[|IndexOf(":free")|] is not -1""")]
    [InlineData("""modelId.[|IndexOf(":free")|] == 7""")]
    [InlineData("""modelId.[|IndexOf(":free")|] is 7 or 8""")]
    [InlineData("""modelId.[|IndexOf(":free", 3)|] >= 0""")]
    [InlineData("""(next = modelId).[|Contains(":free", comparison = StringComparison.Ordinal)|]""")]
    [InlineData("""Regex.[|IsMatch(modelId, "x.*:free")|]""")]
    [InlineData("""Regex.[|Match(modelId, ":free")|].Success""")]
    [InlineData("""[|new Regex(":free")|].IsMatch(modelId)""")]
    [InlineData("""[|modelId.Split(':')[1] == "free"|]""")]
    [InlineData("""modelId.Split(':').[|Any(part => part != "free")|]""")]
    [InlineData("""modelId.Split(':').[|Count(part => part == "free")|] > 0""")]
    [InlineData("""new byte[0].AsSpan().[|IndexOf(":free"u8)|] >= 0""")]
    [InlineData("""query.Any(entry => entry.Id.[|Contains(":free")|])""")]
    [InlineData("""(from entry in query where entry.Id.[|Contains(":free")|] select entry).Any()""")]
    public Task Without_a_single_correct_change_no_fix_is_offered(string test) =>
        Fixing<FreeVariantBySubstringAnalyzer, FreeVariantCodeFix>.OffersNothing(Router(test));

    [Fact]
    public Task Without_the_package_no_fix_is_offered() =>
        Fixing<FreeVariantBySubstringAnalyzer, FreeVariantCodeFix>.OffersNothing(
            """class Router { bool Test(string id) => id.[|Contains(":free")|]; }""",
            withPackage: false);

    [Fact]
    public Task Nested_searches_are_fixed_together() =>
        Changes(
            """entries.First(entry => entry.Id.[|Contains(":free")|]).Id.[|Contains(":free")|]""",
            "ModelId.IsFreeVariant(entries.First(entry => ModelId.IsFreeVariant(entry.Id)).Id)");

    [Fact]
    public Task Comments_around_the_call_are_kept() =>
        Changes(
            """/* a */ modelId.[|Contains(":free")|] /* b */""",
            """/* a */ ModelId.IsFreeVariant(modelId) /* b */""");

    [Fact]
    public Task The_package_is_not_imported_twice() =>
        Fixing<FreeVariantBySubstringAnalyzer, FreeVariantCodeFix>.Changes(
            Router("""modelId.[|Contains(":free")|] && modelId.[|Contains(":FREE")|]""", "using FailScope;"),
            Router("ModelId.IsFreeVariant(modelId) && ModelId.IsFreeVariant(modelId)", "using FailScope;"));

    [Fact]
    public Task A_user_type_with_the_same_name_causes_no_conflict() =>
        Fixing<FreeVariantBySubstringAnalyzer, FreeVariantCodeFix>.Changes(
            """
            class ModelId { }

            class Router { bool Test(string id) => id.[|Contains(":free")|]; }
            """,
            """
            class ModelId { }

            class Router { bool Test(string id) => FailScope.ModelId.IsFreeVariant(id); }
            """);

    [Fact]
    public Task Fix_All_fixes_a_whole_project() =>
        Fixing<FreeVariantBySubstringAnalyzer, FreeVariantCodeFix>.Changes(
            [
                Router("""modelId.[|Contains(":free")|] || !modelId.[|Contains(":free")|]"""),
                """class Other { bool Test(string id) => id.[|Contains(":free")|]; }""",
            ],
            [
                Router("ModelId.IsFreeVariant(modelId) || !ModelId.IsFreeVariant(modelId)", "using FailScope;"),
                """
                using FailScope;

                class Other { bool Test(string id) => ModelId.IsFreeVariant(id); }
                """,
            ]);

    private static Task Changes(string before, string after) =>
        Fixing<FreeVariantBySubstringAnalyzer, FreeVariantCodeFix>.Changes(Router(before), Router(after, "using FailScope;"));

    private static string Router(string test, string import = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using System.Text.RegularExpressions;{{(import == "" ? "" : "\n" + import)}}

        class Entry { public string Id { get; set; } = ""; }

        class Router
        {
            const string Mark = ":free";

            bool Test(string modelId, string next, Entry one, List<Entry> entries, IQueryable<Entry> query, StringComparison comparison)
            {
                return {{test}};
            }
        }
        """;
}
