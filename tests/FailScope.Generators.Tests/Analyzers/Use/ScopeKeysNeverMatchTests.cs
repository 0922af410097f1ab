using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class ScopeKeysNeverMatchTests : RuleTests<ScopeKeysNeverMatchAnalyzer>
{
    protected override string Id => DiagnosticIds.ScopeKeysNeverMatch;

    protected override string Hit => Method("return {|#0:credit.Value == credential.Value|};");

    [Theory]
    [InlineData("credit.Value == credential.Value", "'credit.Value == credential.Value' is always false because a credit key is never a credential key")]
    [InlineData("credit.Value != credential.Value", "'credit.Value != credential.Value' is always true because a credit key is never a credential key")]
    [InlineData("boxed is CredentialScopeKey", "'boxed is CredentialScopeKey' is always false because a credit key is never a credential key")]
    public Task The_message_states_the_constant_result(string test, string message) =>
        Analyzing<ScopeKeysNeverMatchAnalyzer>.Reports(
            Method($$"""object boxed = credit; return {|#0:{{test}}|};"""),
            new DiagnosticResult(Id, DiagnosticSeverity.Error).WithLocation(0).WithMessage(message));

    [Theory]
    [InlineData("(object)credit == (object)credential")]
    [InlineData("(IScopeKey)credit == (IScopeKey)credential")]
    [InlineData("credit.Equals(credential)")]
    [InlineData("credit.Equals((object)credential)")]
    [InlineData("object.Equals(credit, credential)")]
    [InlineData("ReferenceEquals(credit, credential)")]
    [InlineData("((IScopeKey)credit).Equals(credential)")]
    [InlineData("EqualityComparer<IScopeKey>.Default.Equals(credit, credential)")]
    [InlineData("EqualityComparer<object>.Default.Equals(credit, credential)")]
    [InlineData("StringComparer.Ordinal.Equals(credit.Value, credential.Value)")]
    [InlineData("credit.ToString() == credential.ToString()")]
    [InlineData("credit.Value.Equals(credential.Value)")]
    [InlineData("credit.Value.Equals(credential.Value, StringComparison.Ordinal)")]
    [InlineData("string.Equals(credit.Value, credential.Value, StringComparison.OrdinalIgnoreCase)")]
    [InlineData("$\"{credit}\" == $\"{credential}\"")]
    [InlineData("maybe?.Value == credential.Value")]
    [InlineData("creditText == credential.Value")]
    [InlineData("creditText == credentialText")]
    [InlineData("creditText == \"cred:\" + name")]
    [InlineData("(flag ? credit.Value : creditText) == credential.Value")]
    [InlineData("credit.Kind == ScopeKind.Credential")]
    [InlineData("((IScopeKey)credit).Kind != ScopeKind.Credential")]
    [InlineData("credit.Kind == credential.Kind")]
    public Task A_comparison_of_two_kinds_is_reported(string test) =>
        Analyzing<ScopeKeysNeverMatchAnalyzer>.Reports(Method($"return [|{test}|];"));

    [Theory]
    [InlineData("object left = credit, right = credential; return [|left == right|];")]
    [InlineData("object left = credit; return [|left.Equals(credential)|];")]
    [InlineData("IScopeKey key = credit; return [|key is CredentialScopeKey|];")]
    [InlineData("IScopeKey key = credit; return [|key is CredentialScopeKey { Value: \"\" }|];")]
    [InlineData("IScopeKey key = credit; return [|key is CredentialScopeKey other|];")]
    [InlineData("IScopeKey key = credit; return [|key is not CredentialScopeKey|];")]
    [InlineData("IScopeKey key = credit; return [|key is CredentialScopeKey or ModelScopeKey|];")]
    [InlineData("IScopeKey key = credit; return key switch { [|CredentialScopeKey|] => true, CreditScopeKey => false, _ => false };")]
    [InlineData("IScopeKey key = credit; switch (key) { case [|CredentialScopeKey c|]: return true; case CreditScopeKey: return false; default: return false; }")]
    [InlineData("IScopeKey key = credit; return [|(CredentialScopeKey)key|] == default;")]
    [InlineData("IScopeKey key = credit; return ([|key as CredentialScopeKey?|]) is null;")]
    [InlineData("dynamic key = credit; return [|key == credential|];")]
    [InlineData("dynamic key = credit; return [|key.Equals(credential)|];")]
    [InlineData("string key = credit.Value; return [|key == credentialText|];")]
    [InlineData("return [|credit.Value is \"cred:main\"|];")]
    public Task Kinds_are_followed_through_object_interface_and_dynamic(string body) =>
        Analyzing<ScopeKeysNeverMatchAnalyzer>.Reports(Method(body));

    [Theory]
    [InlineData("credit == model.Account.CreditScope")]
    [InlineData("credit.Value == creditText")]
    [InlineData("credit.Value == name")]
    [InlineData("(IScopeKey)credit == any")]
    [InlineData("any is CredentialScopeKey")]
    [InlineData("any.Equals(credential)")]
    [InlineData("any.Kind == ScopeKind.Credit")]
    [InlineData("credit.Kind == ScopeKind.Credit")]
    [InlineData("(flag ? credit.Value : credentialText) == credential.Value")]
    [InlineData("creditText == null")]
    [InlineData("maybe?.Value == null")]
    [InlineData("name.Length == credit.Value.Length")]
    [InlineData("flag == (name == \"\")")]
    [InlineData("\"a:\" + credit.Value == \"a:\" + credential.Value")]
    public Task A_comparison_that_may_match_is_not_reported(string test) => Analyzing<ScopeKeysNeverMatchAnalyzer>.ReportsNothing(Method($"return {test};"));

    [Theory]
    [InlineData("object key = credit; key = credential; return key is CredentialScopeKey;")]
    [InlineData("object key = credit; if (flag) key = any; return key is CredentialScopeKey;")]
    [InlineData("return any switch { CredentialScopeKey => true, CreditScopeKey => false, _ => false };")]
    [InlineData("return (CredentialScopeKey)any == credential;")]
    public Task A_local_with_either_kind_is_not_reported(string body) => Analyzing<ScopeKeysNeverMatchAnalyzer>.ReportsNothing(Method(body));

    [Fact]
    public Task Code_without_the_package_is_ignored() =>
        Analyzing<ScopeKeysNeverMatchAnalyzer>.Run(
            """
            struct CreditScopeKey { } struct CredentialScopeKey { }
            class Turn { bool Test(CreditScopeKey a, CredentialScopeKey b) => a.Equals(b); }
            """,
            [],
            withPackage: false);

    private static string Method(string body) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using FailScope;

        class Turn
        {
            bool Test(CreditScopeKey credit, CreditScopeKey? maybe, CredentialScopeKey credential, IScopeKey any, Model model, string name, bool flag,
                [ScopeKey(ScopeKind.Credit)] string creditText, [ScopeKey(ScopeKind.Credential)] string credentialText)
            {
                {{body}}
            }
        }
        """;
}
