using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class ScopeKeysMixedInCollectionTests : RuleTests<ScopeKeyCollectionAnalyzer>
{
    protected override string Id => DiagnosticIds.ScopeKeysMixedInCollection;

    protected override string Hit => ScopeKeyCollectionSources.Method("var dead = new HashSet<object>(); dead.Add(credential); dead.Add({|#0:credit|});");

    [Theory]
    [InlineData("var dead = new HashSet<IScopeKey> { credential, {|#0:credit|} };")]
    [InlineData("var dead = new HashSet<string>(); dead.Add(credential.Value); dead.Add({|#0:credit.Value|}); Fill(null); dead.Contains(name);")]
    [InlineData("var dead = new HashSet<string>(); dead.Add(credentialText); dead.Add(name); dead.Add({|#0:creditText|});")]
    [InlineData("var until = new Dictionary<IScopeKey, int>(); until[credential] = 1; until[{|#0:credit|}] = 2;")]
    public Task The_first_key_of_another_kind_is_reported(string statements) =>
        Analyzing<ScopeKeyCollectionAnalyzer>.Reports(
            ScopeKeyCollectionSources.Method(statements),
            new DiagnosticResult(Id, DiagnosticSeverity.Info).WithLocation(0));

    [Theory]
    [InlineData("var dead = new HashSet<object>(); dead.Add(credential); dead.Add(credential.Value);")]
    [InlineData("var dead = new HashSet<object>(); dead.Add(credential); dead.Add(any); dead.Add(name);")]
    [InlineData("var broke = new HashSet<CreditScopeKey> { credit }; var dead = new HashSet<CredentialScopeKey> { credential };")]
    [InlineData("var broke = new HashSet<object> { credit }; var dead = new HashSet<object> { credential };")]
    public Task Keys_of_one_kind_are_not_reported(string statements) =>
        Analyzing<ScopeKeyCollectionAnalyzer>.ReportsNothing(ScopeKeyCollectionSources.Method(statements));
}
