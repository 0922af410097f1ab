using System.Text;

namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>Creates code that uses a catalog, its keys, prices and states, or that searches for <c>:free</c>, for the FSC3xxx rules.</summary>
internal static class UseText
{
    private static readonly string[] Statements =
    [
        // Keys of two kinds.
        "Use(credit.Value == credential.Value, credit.Equals(credential), (object)credit == (object)credential);",
        "IScopeKey key = credit; Use(key is CredentialScopeKey, key switch { CredentialScopeKey => 1, CreditScopeKey => 2, _ => 3 });",
        "object left = credit, right = credential; Use(left == right, ReferenceEquals(left, right), $\"{credit}\" == $\"{credential}\");",
        "dynamic loose = credit; Use(loose == credential, loose.Equals(model.ModelScope));",
        "RetireCredential(credit.Value); RetireCredential(flag ? credit.Value : creditText); RetireCredential($\"credit:{account}\");",
        "string key = credit.Value; if (flag) key = creditText; else key ??= creditText; RetireCredential(key);",
        "_creditField = credential.Value; (CreditText, _creditField) = (credentialText, creditText);",
        "string Local([ScopeKey(ScopeKind.Model)] string k) => k; Local(creditText); var f = [return: ScopeKey(ScopeKind.Model)] () => creditText; Use(f());",
        "var dead = new HashSet<IScopeKey>(); dead.Add(credential); Use(dead.Contains(credit));",
        "var dead = new HashSet<string>(StringComparer.Ordinal) { credential.Value }; Use(dead.Contains(credit.Value)); dead.Remove(creditText);",
        "var dead = new Dictionary<IScopeKey, int> { [credential] = 1 }; dead[model.ModelScope] = 2; Use(dead.ContainsKey(credit), dead.TryGetValue(credential, out _));",
        "_dead.Add(credential.Value); _dead.Add(credit.Value); Use(_dead.Contains(creditText));",
        "Use(model.Account.CreditScope.Value == $\"credit:{account}\", \"cred:\" + account == credential.Value); RetireCredit(\"credit:\" + account);",
        "Use(Equals(any, credential), any.Kind == ScopeKind.Credit, credit.Kind == ScopeKind.Credential, EqualityComparer<IScopeKey>.Default.Equals(credit, credential));",

        // A free variant.
        "Use(id.Contains(\":free\"), id.IndexOf(\":free\", StringComparison.Ordinal) >= 0, -1 == id.LastIndexOf(\":free\"));",
        "Use(id?.Contains(\":free\") == true, !model.Id.ToLowerInvariant().Contains(\":free\"), (id.Contains(\":free\")));",
        "Use(id.EndsWith(\":free\"), id.EndsWith(\":free\", StringComparison.Ordinal), id.AsSpan().EndsWith(\":free\"));",
        "Use(Regex.IsMatch(id, \":free\"), new Regex(\":free\").IsMatch(id), Regex.IsMatch(id, \":free$\"));",
        "Use(id.Split(':').Contains(\"free\"), id.Split(':').Any(part => part == \"free\"), id.Split(':')[1] == \"free\", id.Split(\":free\").Length > 1);",
        "const string Free = \"free\"; string marker = $\":{Free}\"; Use(id.Contains(marker), models.Where(m => m.Id.Contains(\":\" + Free)).Any());",
        "foreach (string part in id.Split(':')) { if (part == \"free\") { Use(part); } }",
        "int at = id.IndexOf(\":free\"); if (at is -1) { return null; } Use(at >= 0, id[..at]);",
        "string[] markers = [\":free\", \":beta\"]; Use(markers.Any(id.Contains), Array.Exists(markers, m => id.Contains(m)));",
        "Use(models.AsQueryable().Where(m => m.Id.Contains(\":free\")).Count(), (Expression<Func<string, bool>>)(s => s.Contains(\":free\")));",
        "Use(id.AsSpan().ContainsAny(SearchValues.Create([\":free\"], StringComparison.OrdinalIgnoreCase)), id.AsSpan().IndexOf(\":free\") >= 0);",
        "Use(id switch { var s when s.Contains(\":free\") => true, _ => false }, id.IndexOf(\":free\") is >= 0, id?.IndexOf(\":free\") > -1, id is { } t && t.Contains(\":free\") is true);",
        "Use(id.Contains(\":free\" /* why */ ) // end\n && flag);",

        // Prices.
        "Use(model.Pricing.InputUsdPerMillion ?? 0, model.Pricing.OutputUsdPerMillion.GetValueOrDefault(), model.Pricing.UsdPerRequest is null or 0);",
        "Use(model.Pricing.InputUsdPerMillion == 0, (model.Pricing.OutputUsdPerMillion > 0), models.Any(m => m.Pricing.InputUsdPerMillion is 0));",
        "if (model.Pricing.InputUsdPerMillion == 0 || model.Pricing.OutputUsdPerMillion == 0) { Use(model); }",
        "var price = model.Pricing.InputUsdPerMillion; Use(price ?? 0m, price == null ? 0 : price.Value, price switch { null => 0, var p => p.Value });",
        "Use(model is { Pricing: { InputUsdPerMillion: 0 } }, model?.Pricing.InputUsdPerMillion == 0, !(model.Pricing.InputUsdPerMillion <= 0));",

        // States.
        "FallbackState state = chain.Start(); state.After(FailureKind.Timeout); while (state.TryGetNext(out Model? next)) { state.After(FailureKind.Unknown, next); state = state.After(FailureKind.Unknown); }",
        "State = chain.Start(); State.After(FailureKind.Timeout); this.State.After(FailureKind.Overloaded); chain.Start().After(FailureKind.Unknown); Action fail = () => State.After(FailureKind.Timeout);",
        "FallbackState state = chain.Start(); while (state.TryGetNext(out Model? next)) { try { return await SendAsync(next, token); } catch (Exception exception) { Failure failure = FailureClassifier.Classify(exception, token); state = state.After(failure.Kind); } }",
        "FallbackState state = chain.Start(); while (state.TryGetNext(out Model? next)) { try { return await SendAsync(next, token); } catch { state = state.After(FailureKind.Unknown); } }",
        "FallbackState state = chain.Start(); while (state.TryGetNext(out Model? next))\n{\n    try { return await SendAsync(next, token); }\n    catch (OperationCanceledException) // late\n    {\n        // Once more.\n        state = state.After(FailureKind.Timeout);\n    }\n}",
        "FallbackState state = chain.Start(); for (; state.TryGetNext(out Model? next); state = state.After(FailureKind.Cancelled)) { Use(next); }",
        "try { return await chain.RunAsync((m, t) => SendAsync(m, t), token); } catch (FallbackExhaustedException exhausted) { Use(exhausted.Message); }",
        "foreach (FallbackState one in new[] { chain.Start() }) { one.After(FailureKind.Timeout); } ref FallbackState alias = ref _state; alias.After(FailureKind.Timeout); _fixed.After(FailureKind.Timeout);",
    ];

    private static readonly string[] Members =
    [
        "[ScopeKey(ScopeKind.Credential)] string Get => _creditField;",
        "[ScopeKey(ScopeKind.Credential)] string Both { get { return _creditField; } set { _creditField = value; } } = CreditKey(\"\");",
        "[return: ScopeKey(ScopeKind.Credential)] async Task<string> GetAsync() { await Task.Yield(); return _creditField; }",
        "void Default([ScopeKey(ScopeKind.Credential)] string key = \"credit:main\") => _dead.Add(key);",
        "record Entry([ScopeKey(ScopeKind.Credit)] string Key) { public Entry Again => this with { Key = \"cred:x\" }; }",
        "static readonly Regex Free = new(\":free\", RegexOptions.Compiled); const string Suffix = \":free\"; bool IsFree(string id) => id.Contains(Suffix) || Free.IsMatch(id);",
        "bool this[string id] => id.Contains(\":free\"); public static bool operator !(Turn turn) => turn.State.Equals(\":free\".Contains(\":free\"));",
        "IEnumerable<Model> Cheap(IEnumerable<Model> models) { foreach (Model m in models) { if (m.Pricing.InputUsdPerMillion == 0) yield return m; } }",
        "readonly Dictionary<object, DateTime> _until = new(); void Cool(CreditScopeKey c, CredentialScopeKey k) { _until[c] = default; Use(_until.ContainsKey(k)); }",
        "enum Kind { A = 1 } delegate void Fail(FallbackState s); event Fail? Failed; ~Turn() { _state.After(FailureKind.Timeout); }",
        "#if DEBUG\nbool Debug(string id) => id.Contains(\":free\");\n#else\nbool Debug(string id) => id.EndsWith(\":free\");\n#endif",
    ];

    internal static string Write(Random random, string? catalog, string? key, string? chain)
    {
        var text = new StringBuilder("""
            using System;
            using System.Buffers;
            using System.Collections.Generic;
            using System.Linq;
            using System.Linq.Expressions;
            using System.Text.RegularExpressions;
            using System.Threading;
            using System.Threading.Tasks;

            """);

        // Without the import, a fix must add it or write full names.
        bool imports = random.Next(5) > 0;
        text.Append(imports ? "using FailScope;\n\n" : "\n");
        text.Append("""
            namespace Use
            {
                partial class Turn
                {
                    [ScopeKey(ScopeKind.Credit)] string _creditField = "";
                    [ScopeKey(ScopeKind.Credit)] static string CreditText { get; set; } = "";
                    readonly HashSet<string> _dead = new();
                    readonly FallbackState _fixed;
                    FallbackState _state;
                    FallbackState State { get => _state; set => _state = value; }
                    static void RetireCredit([ScopeKey(ScopeKind.Credit)] string key) { }
                    static void RetireCredential([ScopeKey(ScopeKind.Credential)] string key) { }
                    [return: ScopeKey(ScopeKind.Credit)] static string CreditKey(string account) => "credit:" + account;
                    static void Use(params object?[] values) { }
                    static Task<string> SendAsync(Model model, CancellationToken token) => Task.FromResult(model.Id);

            """);
        foreach (string member in Some(Members, random.Next(3), random))
        {
            text.Append(member).Append('\n');
        }

        int number = 0;
        foreach (string statement in Some(Statements, random.Next(1, 4), random))
        {
            text.Append($$"""
                async Task<string?> Run{{number++}}Async(Model model, IEnumerable<Model> models, string id, string account, bool flag, CreditScopeKey credit, CredentialScopeKey credential,
                    IScopeKey any, [ScopeKey(ScopeKind.Credit)] string creditText, [ScopeKey(ScopeKind.Credential)] string credentialText, FallbackChain chain, CancellationToken token)
                {
                    {{statement}}
                    {{(catalog is not null && key is not null && random.Next(2) == 0 ? $"RetireCredential({catalog}.{key}.CreditScope.Value); Use({catalog}.{key}.CredentialScope == credential);" : "")}}
                    await Task.Yield();
                    return null;
                }

                """);
        }

        text.Append("}\n}\n");
        if (catalog is not null && chain is not null && random.Next(3) == 0)
        {
            // The same declarations as in the client package.
            text.Append($$"""
                namespace FailScope
                {
                    sealed class FallbackEmbeddingGenerator<TInput, TEmbedding>(FallbackChain chain, object create) { public override string ToString() => $"{chain}{create}"; }

                    static class Registrations
                    {
                        public static void AddFallbackEmbeddingGenerator(this object services, FallbackChain chain) { }
                        static object Make(object services) { services.AddFallbackEmbeddingGenerator({{catalog}}.{{chain}}); return new FallbackEmbeddingGenerator<string, float>({{catalog}}.{{chain}}, 0); }
                    }
                }

                """);
        }

        return imports ? text.ToString() : Qualify(text.ToString());
    }

    private static IEnumerable<string> Some(string[] choices, int count, Random random)
    {
        int start = random.Next(choices.Length);
        for (int i = 0; i < count; i++)
        {
            yield return choices[(start + (i * 7)) % choices.Length];
        }
    }

    private static string Qualify(string text) => System.Text.RegularExpressions.Regex.Replace(
        text,
        @"(?<![\w.""])(ScopeKey(?=\()|ScopeKind|FallbackState|FallbackChain|FallbackExhaustedException|FailureClassifier|FailureKind|Failure|Model|IScopeKey|CreditScopeKey|CredentialScopeKey)\b(?!\w|:)",
        "FailScope.$1");
}
