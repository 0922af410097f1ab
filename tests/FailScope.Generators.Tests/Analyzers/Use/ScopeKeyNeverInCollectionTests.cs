using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class ScopeKeyNeverInCollectionTests : RuleTests<ScopeKeyCollectionAnalyzer>
{
    protected override string Id => DiagnosticIds.ScopeKeyNeverInCollection;

    protected override string Hit => Method("var dead = new HashSet<object>(); dead.Add(credential); bool isDead = dead.Contains({|#0:credit|});");

    [Fact]
    public Task The_message_names_the_stored_and_the_requested_kind() =>
        Analyzing<ScopeKeyCollectionAnalyzer>.Reports(
            Hit,
            new DiagnosticResult(Id, DiagnosticSeverity.Warning).WithLocation(0).WithMessage("'dead' contains only credential keys, so a credit key is never found in it"));

    [Theory]
    [InlineData("var dead = new HashSet<IScopeKey>(); dead.Add(credential); dead.Contains({|#0:credit|});")]
    [InlineData("var dead = new HashSet<object>(); dead.Add(credential); dead.Contains({|#0:creditText|});")]
    [InlineData("var dead = new HashSet<string>(StringComparer.Ordinal); dead.Add(credential.Value); dead.Contains({|#0:credit.Value|});")]
    [InlineData("var dead = new HashSet<string>(); dead.Add(credentialText); dead.Contains({|#0:creditText|});")]
    [InlineData("var dead = new HashSet<string>(); dead.Add(credentialText); dead.Remove({|#0:\"credit:\" + name|});")]
    [InlineData("var dead = new List<object> { credential }; dead.Contains({|#0:credit|});")]
    [InlineData("List<IScopeKey> dead = []; dead.Add(credential); dead.IndexOf({|#0:credit|});")]
    [InlineData("IList<IScopeKey> dead = new List<IScopeKey>(); dead.Insert(0, credential); dead.Contains({|#0:credit|});")]
    [InlineData("var until = new Dictionary<IScopeKey, DateTime>(); until[credential] = default; until.TryGetValue({|#0:credit|}, out _);")]
    [InlineData("var until = new Dictionary<IScopeKey, DateTime> { [credential] = default }; _ = until[{|#0:credit|}];")]
    [InlineData("var until = new Dictionary<object, int> { { credential, 1 } }; until.ContainsKey({|#0:credit|});")]
    [InlineData("var until = new ConcurrentDictionary<string, int>(); until.TryAdd(credential.Value, 1); until.TryRemove({|#0:credit.Value|}, out _);")]
    [InlineData("var until = new ConcurrentDictionary<string, int>(); until.GetOrAdd(credential.Value, 1); until.GetValueOrDefault({|#0:credit.Value|});")]
    [InlineData("var dead = new ArrayList(); dead.Add(credential); dead.Contains({|#0:credit|});")]
    [InlineData("var dead = new Hashtable(); dead.Add(credential, 1); dead.ContainsKey({|#0:credit|});")]
    [InlineData("var dead = ImmutableHashSet<IScopeKey>.Empty; dead = dead.Add(credential); dead.Contains({|#0:credit|});")]
    [InlineData("var dead = new Queue<object>(); dead.Enqueue(credential); Enumerable.Contains(dead, {|#0:credit|});")]
    [InlineData("var dead = new Stack<object>(); dead.Push(credential); dead.Contains({|#0:credit|}); foreach (object key in dead) { } dead.Clear();")]
    [InlineData("var dead = new HashSet<object>(); object key = credential; dead.Add(key); Func<bool> isDead = () => dead.Contains({|#0:credit|});")]
    public Task A_lookup_that_can_never_succeed_is_reported(string statements) =>
        Analyzing<ScopeKeyCollectionAnalyzer>.Reports(Method(statements), Result);

    [Theory]
    [InlineData("private readonly HashSet<object> _dead = new();")]
    [InlineData("private readonly HashSet<object> _dead = [];")]
    [InlineData("private HashSet<object> _dead { get; } = new();")]
    [InlineData("private HashSet<object> _dead; Turn() => _dead = new HashSet<object>(8);")]
    public Task Keys_are_followed_through_the_members_of_a_type(string field) =>
        Analyzing<ScopeKeyCollectionAnalyzer>.Reports(
            Members($$"""
                {{field}}
                    void Fail(CredentialScopeKey key) => _dead.Add(key);
                    bool IsDead(CreditScopeKey key) => _dead.Contains({|#0:key|});
                    class Reader(Turn turn) { int Count => turn._dead.Count; }
                """),
            Result);

    [Theory]
    [InlineData("var dead = new HashSet<object>(); dead.Add(credential); dead.Contains(credential);")]
    [InlineData("var dead = new HashSet<object>(); dead.Add(credential); dead.Contains(any);")]
    [InlineData("var dead = new HashSet<object>(); dead.Add(credential); dead.Add(any); dead.Contains(credit);")]
    [InlineData("var dead = new HashSet<object>(); dead.Add(credential); dead.Add(name); dead.Contains(credit);")]
    [InlineData("var dead = new HashSet<object>(); dead.Contains(credit);")]
    [InlineData("var dead = new HashSet<object>(); dead.Add(credential); Fill(dead); dead.Contains(credit);")]
    [InlineData("var dead = new HashSet<object>(new object[] { any }); dead.Add(credential); dead.Contains(credit);")]
    [InlineData("var dead = new HashSet<object>(); dead.Add(credential); dead.UnionWith(new object[] { any }); dead.Contains(credit);")]
    [InlineData("var dead = new HashSet<object>(); dead.Add(credential); var same = dead; dead.Contains(credit);")]
    [InlineData("HashSet<object> dead = [any]; dead.Add(credential); dead.Contains(credit);")]
    [InlineData("var dead = new HashSet<CredentialScopeKey>(); dead.Add(credential); dead.Contains(credential);")]
    [InlineData("var names = new Dictionary<int, string>(); names[1] = credential.Value; names.ContainsKey(2);")]
    public Task A_lookup_that_may_succeed_is_not_reported(string statements) => Analyzing<ScopeKeyCollectionAnalyzer>.ReportsNothing(Method(statements));

    [Theory]
    [InlineData("internal readonly HashSet<object> Dead = new();", "")]
    [InlineData("private readonly HashSet<object> Dead; Turn(HashSet<object> dead) => Dead = dead;", "")]
    [InlineData("private readonly HashSet<object> Dead = new();", "ISet<object> All => Dead;")]
    [InlineData("private readonly HashSet<object> Dead = new();", "void Load() => Fill(Dead);")]
    [InlineData("private readonly HashSet<object> Dead = new();", "class Loader(Turn turn) { void Load(IScopeKey key) => turn.Dead.Add(key); }")]
    public Task A_collection_that_other_code_may_change_is_not_reported(string field, string other) =>
        Analyzing<ScopeKeyCollectionAnalyzer>.ReportsNothing(Members($$"""
            {{field}}
                void Fail(CredentialScopeKey key) => Dead.Add(key);
                bool IsDead(CreditScopeKey key) => Dead.Contains(key);
                {{other}}
            """));

    [Fact]
    public Task Code_without_the_package_is_ignored() =>
        Analyzing<ScopeKeyCollectionAnalyzer>.Run(
            """
            struct CreditScopeKey { } struct CredentialScopeKey { }
            class Turn { bool Test(CreditScopeKey a, CredentialScopeKey b) { var s = new System.Collections.Generic.HashSet<object> { a }; return s.Contains(b); } }
            """,
            [],
            withPackage: false);

    private DiagnosticResult Result => new DiagnosticResult(Id, DiagnosticSeverity.Warning).WithLocation(0);

    private static string Method(string statements) => ScopeKeyCollectionSources.Method(statements);

    private static string Members(string members) => ScopeKeyCollectionSources.Members(members);
}
