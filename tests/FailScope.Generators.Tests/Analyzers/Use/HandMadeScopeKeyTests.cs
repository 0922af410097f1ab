using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class HandMadeScopeKeyTests : RuleTests<HandMadeScopeKeyAnalyzer>
{
    protected override string Id => DiagnosticIds.HandMadeScopeKey;

    protected override string Hit => Method("return {|#0:\"credit:\" + account|} == credit.Value;");

    [Theory]
    [InlineData("return credit.Value == {|#0:\"credit:main\"|};", "it is never equal to a key that a catalog generates")]
    [InlineData("RetireCredit({|#0:$\"credit:{account}\"|}); return true;", "use the key that the catalog generates")]
    public Task The_message_names_the_generated_key(string body, string advice) =>
        Analyzing<HandMadeScopeKeyAnalyzer>.Reports(
            Method(body),
            new DiagnosticResult(Id, DiagnosticSeverity.Warning)
                .WithLocation(0)
                .WithArguments(body[(body.IndexOf("#0:", StringComparison.Ordinal) + 3)..body.IndexOf("|}", StringComparison.Ordinal)], "credit", advice));

    [Theory]
    [InlineData("return credit.Value.Equals([|\"credit:\" + account|], StringComparison.Ordinal);")]
    [InlineData("return string.Equals([|$\"credit:{account}\"|], credit.ToString());")]
    [InlineData("string made = \"credit:\" + account; return [|made|] == credit.Value;")]
    [InlineData("const string Prefix = \"credit:\"; return [|$\"{Prefix}{account}\"|] == credit.Value;")]
    [InlineData("return [|\"cred:\" + account|] == credential.Value;")]
    [InlineData("Field = [|\"credit:\" + account|]; return true;")]
    [InlineData("Property = [|\"credit:\" + account|]; return true;")]
    [InlineData("RetireCredit(account == \"\" ? credit.Value : [|\"credit:\" + account|]); return true;")]
    public Task A_text_that_represents_a_key_is_reported(string body) => Analyzing<HandMadeScopeKeyAnalyzer>.Reports(Method(body));

    [Theory]
    [InlineData("return credit.Value == \"credit:Demo.Models/Main\";")]
    [InlineData("return credit.Value == account;")]
    [InlineData("return account == \"credit:main\";")]
    [InlineData("return creditText == \"credit:main\";")]
    [InlineData("return credit.Value == \"cred:main\";")]
    [InlineData("RetireCredit(credit.Value); return true;")]
    [InlineData("RetireCredit(\"main\"); return true;")]
    [InlineData("RetireCredit(CreditKey(account)); return true;")]
    [InlineData("Log(\"credit: \" + account); return true;")]
    public Task Other_texts_are_not_reported(string body) => Analyzing<HandMadeScopeKeyAnalyzer>.ReportsNothing(Method(body));

    [Fact]
    public Task Without_a_catalog_hand_made_keys_are_not_reported() =>
        Analyzing<HandMadeScopeKeyAnalyzer>.ReportsNothing(
            Method("RetireCredit($\"credit:{account}\"); Field = \"credit:\" + account; return true;").Replace("[ModelCatalog]", "", StringComparison.Ordinal));

    [Fact]
    public Task Code_without_the_package_is_ignored() =>
        Analyzing<HandMadeScopeKeyAnalyzer>.Run("""class Turn { bool Test(string key, string account) => key == "credit:" + account; }""", [], withPackage: false);

    private static string Method(string body) => $$"""
        using System;
        using FailScope;

        [ModelCatalog]
        static partial class Models { }

        class Turn
        {
            [ScopeKey(ScopeKind.Credit)] static string Field = "";
            [ScopeKey(ScopeKind.Credit)] static string Property { get; set; } = "";
            static void RetireCredit([ScopeKey(ScopeKind.Credit)] string key) { }
            static void Log(string text) { }
            [return: ScopeKey(ScopeKind.Credit)] static string CreditKey(string account) => "credit:" + account;

            bool Test(CreditScopeKey credit, CredentialScopeKey credential, string account, [ScopeKey(ScopeKind.Credit)] string creditText)
            {
                {{body}}
            }
        }
        """;
}
