using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class FreeVariantBySubstringTests : RuleTests<FreeVariantBySubstringAnalyzer>
{
    protected override string Id => DiagnosticIds.FreeVariantBySubstring;

    protected override string Hit => Test("""modelId.{|#0:Contains(":free")|}""");

    [Theory]
    [InlineData("""id.[|Contains(":free")|]""")]
    [InlineData("""id.[|Contains(":FREE")|]""")]
    [InlineData("""id.[|Contains((":free"))|]""")]
    [InlineData("""id.[|Contains((":free")!)|]""")]
    [InlineData("""id.[|Contains((string)":free")|]""")]
    [InlineData("""(id).[|Contains(comparisonType: StringComparison.Ordinal, value: ":free")|]""")]
    [InlineData("""id.[|Contains(":free", StringComparison.OrdinalIgnoreCase)|]""")]
    [InlineData("""id.[|Contains(":free", StringComparison.CurrentCulture)|]""")]
    [InlineData("""id.[|Contains(value: ":free")|]""")]
    [InlineData("""!id.[|Contains(":free")|]""")]
    [InlineData("""id.ToLower().[|Contains(":free")|]""")]
    [InlineData("""id.ToLowerInvariant().Trim().[|Contains(":free")|]""")]
    [InlineData("""id?.[|Contains(":free")|] == true""")]
    [InlineData("""model?.Id.[|Contains(":free")|] ?? false""")]
    [InlineData("id.[|Contains(@\":free\")|]")]
    [InlineData("id.[|Contains(\"\"\":free\"\"\")|]")]
    [InlineData("""id.[|Contains(":" + "free")|]""")]
    [InlineData("""id.[|Contains($":{"free"}")|]""")]
    [InlineData("""id.[|Contains(":free".ToLowerInvariant())|]""")]
    [InlineData("""id is string s && s.[|Contains(":free")|]""")]
    [InlineData("""id switch { var s when s.[|Contains(":free")|] => true, _ => false }""")]
    [InlineData("""id.[|Contains(":free")|] is true""")]
    [InlineData("""model is { Id: var m } && m.[|Contains(":free")|]""")]
    public Task Contains_is_found_in_every_spelling(string test) => Reports(test);

    [Theory]
    [InlineData("""id.[|IndexOf(":free")|] >= 0""")]
    [InlineData("""id.[|IndexOf(":free")|] != -1""")]
    [InlineData("""id.[|IndexOf(":free")|] > 0""")]
    [InlineData("""-1 == id.[|IndexOf(":free", StringComparison.Ordinal)|]""")]
    [InlineData("""id.[|LastIndexOf(":free", StringComparison.OrdinalIgnoreCase)|] < 0""")]
    [InlineData("""id.[|IndexOf(":free", 3)|] is >= 0""")]
    [InlineData("""id?.[|IndexOf(":free")|] >= 0""")]
    [InlineData("""(id?.[|IndexOf(":free")|]) is not -1""")]
    [InlineData("""id.[|IndexOf(":free")|] switch { -1 => false, _ => true }""")]
    [InlineData("""CultureInfo.InvariantCulture.CompareInfo.[|IndexOf(id, ":free", CompareOptions.IgnoreCase)|] >= 0""")]
    public Task IndexOf_is_found_with_any_comparison(string test) => Reports(test);

    [Theory]
    [InlineData("""id.AsSpan().[|Contains(":free", StringComparison.Ordinal)|]""")]
    [InlineData("""id.AsSpan().[|Contains(":free".AsSpan(), StringComparison.Ordinal)|]""")]
    [InlineData("""id.AsSpan().[|IndexOf(":free")|] >= 0""")]
    [InlineData("""MemoryExtensions.[|IndexOf(id.AsSpan(), ":free".AsSpan(), StringComparison.Ordinal)|] >= 0""")]
    [InlineData("""id.AsSpan().[|LastIndexOf(":free")|] >= 0""")]
    [InlineData("""id.AsSpan().[|Count(":free")|] > 0""")]
    [InlineData("""Encoding.UTF8.GetBytes(id).AsSpan().[|IndexOf(":free"u8)|] >= 0""")]
    [InlineData("""id.AsSpan().ContainsAny(SearchValues.[|Create([":free"], StringComparison.OrdinalIgnoreCase)|])""")]
    [InlineData("""id.AsSpan().IndexOfAny(SearchValues.[|Create(new[] { ":nitro", ":free" }, StringComparison.OrdinalIgnoreCase)|]) >= 0""")]
    public Task Span_and_SearchValues_forms_are_found(string test) => Reports(test);

    [Theory]
    [InlineData("""Regex.[|IsMatch(id, ":free")|]""")]
    [InlineData("""Regex.[|IsMatch(id, @":free\b", RegexOptions.IgnoreCase)|]""")]
    [InlineData("""Regex.[|IsMatch(pattern: ".*:free.*", input: id)|]""")]
    [InlineData("""Regex.[|Match(id, "(:free)")|].Success""")]
    [InlineData("""Regex.[|Matches(id, ":beta|:free")|].Count > 0""")]
    [InlineData("""Regex.[|Count(id, ":free")|] > 0""")]
    [InlineData("""[|new Regex(":free")|].IsMatch(id)""")]
    [InlineData("""((Regex)[|new(":free", RegexOptions.Compiled)|]).IsMatch(id)""")]
    public Task A_regular_expression_without_a_condition_on_what_follows_is_found(string test) => Reports(test);

    [Theory]
    [InlineData("""Regex.IsMatch(id, ":free$")""")]
    [InlineData("""Regex.IsMatch(id, @":free\z")""")]
    [InlineData("""Regex.IsMatch(id, "(:free|:beta)$")""")]
    [InlineData("""Regex.IsMatch(id, "(?i:free)$")""")]
    [InlineData("""Regex.IsMatch(id, "^(?:free|busy)")""")]
    [InlineData("""Regex.IsMatch(id, ":free(?=$|,)")""")]
    [InlineData("""Regex.IsMatch(":free", id)""")]
    [InlineData("""Regex.Replace(id, ":free", "") == "x" """)]
    [InlineData("""Regex.Escape(":free") == id""")]
    public Task A_regular_expression_with_a_condition_on_what_follows_is_not_found(string test) => ReportsNothing(test);

    [Fact]
    public Task A_generated_regular_expression_is_found() =>
        Analyzing<FreeVariantBySubstringAnalyzer>.Run(
            """
            using System.Text.RegularExpressions;

            partial class Ids
            {
                [[|GeneratedRegex(":free", RegexOptions.IgnoreCase)|]]
                private static partial Regex Free();

                [GeneratedRegex(":free$")]
                private static partial Regex AtTheEnd();
            }
            """,
            [],
            compilerDiagnostics: CompilerDiagnostics.None);

    // An empty name would match everywhere, so searching for its uses would never end.
    [Theory]
    [InlineData("""const string = ":free";""")]
    [InlineData("""const Suffix = ":free";""")]
    [InlineData("""static readonly string = ":free";""")]
    [InlineData("""string { get; } = ":free";""")]
    [InlineData("""string => ":free";""")]
    [InlineData("""static readonly System.Text.RegularExpressions.Regex = new(":free");""")]
    [InlineData("""static readonly string[] = [":free"];""")]
    [InlineData("""void Use() { string = ":free"; var = ":free"; const = ":free"; }""")]
    public Task An_incomplete_name_does_not_hang_the_search(string member) =>
        Analyzing<FreeVariantBySubstringAnalyzer>.Run($"class Ids {{ {member} }}", [], compilerDiagnostics: CompilerDiagnostics.None);

    [Theory]
    [InlineData("""id.Split(':').[|Contains("free")|]""")]
    [InlineData("""id.Split(":", StringSplitOptions.RemoveEmptyEntries).[|Contains("free")|]""")]
    [InlineData("""id.Split(':').[|Contains("free", StringComparer.OrdinalIgnoreCase)|]""")]
    [InlineData("""id.Split(':').[|Any(part => part == "free")|]""")]
    [InlineData("""id.Split(':').[|Any(part => part.Equals("free", StringComparison.OrdinalIgnoreCase))|]""")]
    [InlineData("""id.Split(':').[|Any((part) => string.Equals(part, "free"))|]""")]
    [InlineData("""Array.[|Exists(id.Split(':'), part => part is "free")|]""")]
    [InlineData("""Array.[|IndexOf(id.Split(':'), "free")|] >= 0""")]
    [InlineData("""[|id.Split(':')[1] == "free"|]""")]
    [InlineData("""[|id.Split(':')[1] is "free"|]""")]
    [InlineData("""id.[|Split(":free")|].Length > 1""")]
    public Task A_test_of_any_part_of_the_id_is_found(string test) => Reports(test);

    [Theory]
    [InlineData("""id.Split(':')[^1] == "free" """)]
    [InlineData("""id.Split(':').Last() == "free" """)]
    [InlineData("""id.Split(':')[0] == "free" """)]
    [InlineData("""id.Split(':', 2)[1] == "free" """)]
    [InlineData("""id.Split('/').Contains("free")""")]
    [InlineData("""id.Split(":free")[0] == "x" """)]
    public Task A_test_of_the_last_part_is_not_found(string test) => ReportsNothing(test);

    [Theory]
    [InlineData("""string[] parts = id.Split(':'); return parts.[|Contains("free")|];""")]
    [InlineData("""var parts = id.Split(':'); return parts.Length > 1 && [|parts[1] == "free"|];""")]
    [InlineData("""foreach (string part in id.Split(':')) { if ([|part == "free"|]) return true; } return false;""")]
    [InlineData("""const string suffix = ":free"; return id.[|Contains(suffix)|];""")]
    [InlineData("""const string variant = "free"; return id.[|Contains(":" + variant)|];""")]
    [InlineData("""const string variant = "free"; return id.[|Contains($":{variant}")|];""")]
    [InlineData("""string suffix = ":free"; return id.[|Contains(suffix, StringComparison.Ordinal)|];""")]
    [InlineData("""var suffix = ":free"; Func<bool> test = () => id.[|Contains(suffix)|]; return test();""")]
    [InlineData("""string[] markers = [":free", ":beta"]; return markers.[|Any(id.Contains)|];""")]
    [InlineData("""string[] markers = { ":free" }; return markers.[|Any(id.Contains)|];""")]
    [InlineData("""var suffix = (":free"); return id.[|Contains(suffix)|];""")]
    [InlineData("""var parts = (id.Split(':')); return [|(parts[1]) == "free"|];""")]
    [InlineData("""var markers = new[] { ":free" }; return markers.[|Any(marker => id.Contains(marker, StringComparison.Ordinal))|];""")]
    [InlineData("""return new[] { ":free" }.[|Any(id.Contains)|];""")]
    [InlineData("""var markers = new List<string> { ":free" }; return markers.[|Exists(id.Contains)|];""")]
    [InlineData("""string[] markers = [":free"]; return id.AsSpan().ContainsAny(SearchValues.[|Create(markers, StringComparison.Ordinal)|]);""")]
    [InlineData("""switch (id) { case var s when s.[|Contains(":free")|]: return true; default: return false; }""")]
    [InlineData("""int at = id.[|IndexOf(":free")|]; return at >= 0;""")]
    [InlineData("""int at = id.[|IndexOf(":free")|]; if (at is -1) { return false; } return true;""")]
    [InlineData("""return id.[|Replace(":free", "")|] != id;""")]
    public Task Values_are_followed_through_constants_and_locals(string body) => Analyzing<FreeVariantBySubstringAnalyzer>.Reports(Method(body));

    [Theory]
    [InlineData("Contains(Ids.Suffix)")]
    [InlineData("Contains(Ids.ReadOnlySuffix)")]
    [InlineData("Contains(Ids.PropertySuffix)")]
    [InlineData("Contains(Ids.BodySuffix)")]
    [InlineData("Contains(Ids.FreeMark)")]
    [InlineData("Contains(Ids.Nested.Composed)")]
    public Task Values_are_followed_through_members(string call) =>
        Analyzing<FreeVariantBySubstringAnalyzer>.Reports($$"""
            static class Ids
            {
                public const string Suffix = ":free";
                public static readonly string ReadOnlySuffix = ":free";
                public static string PropertySuffix { get; } = ":free";
                public static string BodySuffix => ":free";
                public static string FreeMark => ":free";

                public static class Nested
                {
                    public const string Free = "free";
                    public const string Composed = ":" + Free;
                }
            }

            class Router
            {
                object Test(string id) => id.[|{{call}}|];
            }
            """);

    [Theory]
    [InlineData("""string suffix = ":free"; suffix = id; return id.Contains(suffix);""")]
    [InlineData("""string suffix = ":free"; Change(ref suffix); return id.Contains(suffix);""")]
    [InlineData("""string suffix = id; suffix = ":free"; return id.Contains(suffix);""")]
    [InlineData("""int at = id.LastIndexOf(":free"); return id[..at] == id.Substring(at);""")]
    public Task A_local_with_several_values_is_not_followed(string body) =>
        Analyzing<FreeVariantBySubstringAnalyzer>.ReportsNothing(Method(body));

    [Theory]
    [InlineData("""string suffix = ":free"; suffix = args[0]; System.Console.WriteLine(args[1].Contains(suffix));""")]
    [InlineData("""string suffix = ":free"; System.Console.WriteLine(args[1].[|Contains(suffix)|]);""")]
    public Task Top_level_statements_are_searched_as_one_body(string statements) =>
        Analyzing<FreeVariantBySubstringAnalyzer>.Run(statements, [], isProgram: true);

    [Fact]
    public Task A_constant_of_another_file_is_followed_if_its_name_contains_free() =>
        Analyzing<FreeVariantBySubstringAnalyzer>.Run(
            "class Router { bool Test(string id) => id.[|Contains(Ids.FreeSuffix)|]; }",
            [],
            otherSource: """static class Ids { public const string FreeSuffix = ":free"; }""");

    [Theory]
    [InlineData("""models.Where(m => m.Id.[|Contains(":free")|]).Any()""")]
    [InlineData("""(from m in models where m.Id.[|Contains(":free")|] select m).Any()""")]
    [InlineData("""query.Where(m => m.Id.[|Contains(":free")|]).Any()""")]
    [InlineData("""(from m in query where m.Id.[|IndexOf(":free")|] >= 0 select m).Any()""")]
    [InlineData("""((Expression<Func<string, bool>>)(s => s.[|Contains(":free")|])).Compile()(id)""")]
    public Task Queries_and_expression_trees_are_searched(string test) => Reports(test);

    [Theory]
    [InlineData("""query.Any(m => Functions.Like(m.Id, [|"%:free%"|]))""")]
    [InlineData("""query.Any(m => Functions.[|Like(m.Id, "%" + FreeSuffix + "%")|])""")]
    [InlineData("""query.Any(m => Functions.[|Like(m.Id, $"%{FreeSuffix}%")|])""")]
    [InlineData("""[|"select 1 from models where id like '%:free%'"|] == id""")]
    public Task LIKE_patterns_are_found(string test) => Reports(test);

    [Theory]
    [InlineData("""Text.[|ContainsIgnoreCase(id, ":free")|]""")]
    [InlineData("""id.[|ContainsIgnoreCase(":free")|]""")]
    public Task User_defined_extension_methods_are_found(string test) =>
        Analyzing<FreeVariantBySubstringAnalyzer>.Reports($$"""
            static class Text
            {
                public static bool ContainsIgnoreCase(this string text, string part) => text.IndexOf(part, System.StringComparison.OrdinalIgnoreCase) >= 0;
            }

            class Router
            {
                bool Test(string id) => {{test}};
            }
            """);

    [Theory]
    [InlineData("Model", """model.Id.[|Contains("free")|]""")]
    [InlineData("Model", """model.Id.ToLowerInvariant().[|IndexOf("free")|] >= 0""")]
    [InlineData("Other", """model.Id.Contains("free")""")]
    [InlineData("Model", """model.Name.Contains("free")""")]
    public Task On_the_id_of_a_catalog_model_the_word_free_alone_is_enough(string type, string test) =>
        Analyzing<FreeVariantBySubstringAnalyzer>.Reports($$"""
            using FailScope;

            class Other { public string Id => ""; }
            class Router { bool Test({{type}} model) => {{test}}; }
            """);

    [Theory]
    [InlineData("""ids.Contains(":free")""")]
    [InlineData("""!":free".Contains(id)""")]
    [InlineData("""0 <= ":free".AsSpan().IndexOf(id)""")]
    [InlineData("""id.Substring(0, id.IndexOf(":free") + 5) == "x" """)]
    [InlineData("""ids.IndexOf(":free") >= 0""")]
    [InlineData("""new HashSet<string>().Contains(":free")""")]
    [InlineData("""id.Contains("free")""")]
    [InlineData("""id.Contains(":freedom")""")]
    [InlineData("""id.Contains(":beta")""")]
    [InlineData("""id.EndsWith(":free", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""id == "vendor/model:free" """)]
    [InlineData("""id[^5..] is ":free" """)]
    [InlineData("""id is [.., ':', 'f', 'r', 'e', 'e']""")]
    [InlineData("""id.LastIndexOf(":free") == id.Length - 5""")]
    [InlineData("""id[..id.LastIndexOf(":free")] == "x" """)]
    [InlineData("""id.Remove(id.IndexOf(":free", StringComparison.Ordinal)) == "x" """)]
    [InlineData("""id.Substring(id.LastIndexOf(':')) == ":free" """)]
    [InlineData("""id.Replace(":free", "") == "x" """)]
    [InlineData("""FailScope.ModelId.IsFreeVariant(id)""")]
    [InlineData("""id == "disk %:free%" """)]
    public Task Code_that_does_not_search_an_id_is_not_found(string test) => ReportsNothing(test);

    [Fact]
    public Task Comments_and_excluded_code_are_ignored() =>
        Analyzing<FreeVariantBySubstringAnalyzer>.ReportsNothing("""
            // Free of charge: id.Contains(":free")
            class Router
            {
            #if NEVER
                bool Test(string id) => id.Contains(":free");
            #endif
                /// <summary>":free"</summary>
                bool Free(string id) => nameof(Free) == id;
            }
            """);

    [Fact]
    public Task It_works_without_the_package() =>
        Analyzing<FreeVariantBySubstringAnalyzer>.Run("""class Router { bool Test(string id) => id.[|Contains(":free")|]; }""", [], withPackage: false);

    private static Task Reports(string test) => Analyzing<FreeVariantBySubstringAnalyzer>.Reports(Test(test));

    private static Task ReportsNothing(string test) => Analyzing<FreeVariantBySubstringAnalyzer>.ReportsNothing(Test(test));

    private static string Test(string test) => Method($"return {test};").Replace("modelId", "id", StringComparison.Ordinal);

    private static string Method(string body) => $$"""
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Text;
        using System.Text.RegularExpressions;

        class Entry { public string Id { get; set; } }

        static class Functions { public static bool Like(string text, string pattern) => false; }

        class Router
        {
            const string FreeSuffix = ":free";

            static void Change(ref string text) { }

            bool Test(string id, Entry model, List<string> ids, List<Entry> models, IQueryable<Entry> query)
            {
                {{body}}
            }
        }
        """;
}
