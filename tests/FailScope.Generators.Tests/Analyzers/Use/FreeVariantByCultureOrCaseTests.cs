using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class FreeVariantByCultureOrCaseTests : RuleTests<FreeVariantByCultureOrCaseAnalyzer>
{
    private const string Culture = "uses a culture-sensitive comparison";
    private const string Case = "is case-sensitive, so it misses ':FREE'";

    protected override string Id => DiagnosticIds.FreeVariantByCultureOrCase;

    protected override string Hit => Test("""id.{|#0:EndsWith(":free")|}""");

    [Theory]
    [InlineData("""id.{|#0:EndsWith(":free")|}""", Culture)]
    [InlineData("""!id.ToLowerInvariant().{|#0:EndsWith(":free")|}""", Culture)]
    [InlineData("""id?.{|#0:EndsWith(":free")|} == true""", Culture)]
    [InlineData("""id.{|#0:EndsWith(":free", StringComparison.CurrentCultureIgnoreCase)|}""", Culture)]
    [InlineData("""id.{|#0:EndsWith(":free", StringComparison.InvariantCultureIgnoreCase)|}""", Culture)]
    [InlineData("""id.{|#0:EndsWith(":free", true, CultureInfo.InvariantCulture)|}""", Culture)]
    [InlineData("""id.{|#0:EndsWith(Suffix)|}""", Culture)]
    [InlineData("""CultureInfo.InvariantCulture.CompareInfo.{|#0:IsSuffix(id, ":free")|}""", Culture)]
    [InlineData("""ids.Any(one => one.{|#0:EndsWith(":free")|})""", Culture)]
    [InlineData("""id.{|#0:EndsWith(":free", StringComparison.Ordinal)|}""", Case)]
    [InlineData("""id.AsSpan().{|#0:EndsWith(":free")|}""", Case)]
    [InlineData("""id.AsSpan().{|#0:EndsWith(":free", StringComparison.Ordinal)|}""", Case)]
    [InlineData("""CultureInfo.InvariantCulture.CompareInfo.{|#0:IsSuffix(id, ":free", CompareOptions.Ordinal)|}""", Case)]
    public Task A_culture_or_case_sensitive_test_is_reported(string test, string why) =>
        Analyzing<FreeVariantByCultureOrCaseAnalyzer>.Reports(
            Test(test),
            new DiagnosticResult(Id, DiagnosticSeverity.Info)
                .WithLocation(0)
                .WithArguments(Snippet(test), why));

    [Theory]
    [InlineData("""id.EndsWith(":free", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""id.AsSpan().EndsWith(":free", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""id.ToLowerInvariant().EndsWith(":free", StringComparison.Ordinal)""")]
    [InlineData("""CultureInfo.InvariantCulture.CompareInfo.IsSuffix(id, ":free", CompareOptions.OrdinalIgnoreCase)""")]
    [InlineData("""id.EndsWith(":free", comparison)""")]
    [InlineData("""id.EndsWith("free")""")]
    [InlineData("""id.EndsWith(":freedom")""")]
    [InlineData("""id.StartsWith(":free")""")]
    [InlineData("""id.Contains(":free")""")]
    [InlineData("""query.Any(one => one.EndsWith(":free"))""")]
    [InlineData("""FailScope.ModelId.IsFreeVariant(id)""")]
    public Task An_ordinal_test_that_ignores_case_is_not_reported(string test) =>
        Analyzing<FreeVariantByCultureOrCaseAnalyzer>.ReportsNothing(Test(test));

    [Fact]
    public Task It_works_without_the_package() =>
        Analyzing<FreeVariantByCultureOrCaseAnalyzer>.Run("""class Router { bool Test(string id) => id.[|EndsWith(":free")|]; }""", [], withPackage: false);

    private static string Snippet(string test)
    {
        int start = test.IndexOf("{|#0:", StringComparison.Ordinal) + "{|#0:".Length;
        return test[start..test.IndexOf("|}", start, StringComparison.Ordinal)];
    }

    private static string Test(string test) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;

        class Router
        {
            const string Suffix = ":free";

            bool Test(string id, StringComparison comparison, List<string> ids, IQueryable<string> query)
            {
                return {{test}};
            }
        }
        """;
}
