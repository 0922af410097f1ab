using FailScope.Generators.Analyzers.Use;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.Generators.Tests.Analyzers.Use;

public sealed class ScopeKeyOfAnotherKindTests : RuleTests<ScopeKeyOfAnotherKindAnalyzer>
{
    protected override string Id => DiagnosticIds.ScopeKeyOfAnotherKind;

    protected override string Hit => Method("RetireCredential({|#0:credit.Value|});");

    [Fact]
    public Task The_message_names_the_passed_and_the_required_kind() =>
        Analyzing<ScopeKeyOfAnotherKindAnalyzer>.Reports(
            Method("RetireCredential({|#0:credit.Value|});"),
            new DiagnosticResult(Id, DiagnosticSeverity.Error)
                .WithLocation(0)
                .WithMessage("'credit.Value' is a credit key, but parameter 'key' of 'RetireCredential' requires a credential key"));

    // For typed keys, the compiler itself reports the error.
    [Fact]
    public Task A_credit_key_in_place_of_a_credential_key_does_not_compile() =>
        Analyzing<ScopeKeyOfAnotherKindAnalyzer>.Reports(
            Method("""
                TakeCredential({|CS1503:credit|});
                bool same = {|CS0019:credit == credential|};
                CredentialScopeKey other = {|CS0029:credit|};
                """));

    [Theory]
    [InlineData("RetireCredential([|credit.ToString()|]);")]
    [InlineData("RetireCredential([|$\"{credit}\"|]);")]
    [InlineData("RetireCredential([|credit.Value + \"\"|]);")]
    [InlineData("RetireCredential(key: [|model.Account.CreditScope.Value|]);")]
    [InlineData("RetireCredential([|maybe?.Value|] ?? credential.Value);")]
    [InlineData("RetireCredential([|maybe.Value.Value|]);")]
    [InlineData("RetireCredential([|((IScopeKey)credit).Value|]);")]
    [InlineData("RetireCredential([|credit.Value|]!);")]
    [InlineData("RetireCredential(flag ? credential.Value : [|credit.Value|]);")]
    [InlineData("RetireCredential(flag switch { true => [|credit.Value|], false => credential.Value });")]
    [InlineData("RetireCredential(flag ? throw new System.Exception() : [|credit.Value|]);")]
    [InlineData("RetireCredential([|creditText|]);")]
    [InlineData("RetireCredential([|CreditText()|]);")]
    [InlineData("RetireCredential([|_creditField|]);")]
    [InlineData("RetireCredential([|CreditProperty|]);")]
    [InlineData("RetireCredential([|Entry.CreditText|]);")]
    [InlineData("RetireCredential([|entry.Key|]);")]
    [InlineData("RetireCredential([|MainCredit|]);")]
    [InlineData("RetireCredential([|MainCreditBody|]);")]
    [InlineData("RetireBoxed([|credit|]);")]
    [InlineData("RetireKey([|credit|]);")]
    [InlineData("RetireAll(credential.Value, [|credit.Value|]);")]
    [InlineData("new Dead([|credit.Value|]).ToString();")]
    [InlineData("_ = new Dead([|credit.Value|]) { Other = [|creditText|] };")]
    [InlineData("_ = dead[[|credit.Value|]];")]
    [InlineData("dead.Retire([|creditText|]);")]
    [InlineData("dead.Other = [|credit.Value|];")]
    [InlineData("dead.Other ??= [|credit.Value|];")]
    [InlineData("(dead.Other, _creditField) = ([|creditText|], creditText);")]
    [InlineData("_creditField = [|credential.Value|];")]
    [InlineData("creditText = [|credential.Value|];")]
    [InlineData("CreditProperty = [|credential.Value|];")]
    [InlineData("System.Action act = () => RetireCredential([|creditText|]);")]
    [InlineData("string Local([ScopeKey(ScopeKind.Model)] string k) => k; Local([|creditText|]);")]
    [InlineData("var f = [return: ScopeKey(ScopeKind.Model)] () => [|creditText|];")]
    [InlineData("dynamic d = credit; string s = d.Value; RetireCredential([|s|]);")]
    public Task A_key_of_another_kind_is_an_error(string statement) => Analyzing<ScopeKeyOfAnotherKindAnalyzer>.Reports(Method(statement));

    [Theory]
    [InlineData("string key = credit.Value; RetireCredential([|key|]);")]
    [InlineData("var key = creditText; var copy = key; RetireCredential([|copy|]);")]
    [InlineData("string key; if (flag) key = credit.Value; else key = creditText; RetireCredential([|key|]);")]
    [InlineData("string? key = null; key = credit.Value; RetireCredential([|key|]);")]
    [InlineData("string? key = null; key ??= credit.Value; RetireCredential([|key|]);")]
    [InlineData("FindCredit(out string key); RetireCredential([|key|]);")]
    [InlineData("FindCredit(out var key); RetireCredential([|key|]);")]
    [InlineData("object key = credit; RetireCredential([|key.ToString()|]);")]
    [InlineData("IScopeKey key = flag ? credit : model.Account.CreditScope; RetireCredential([|key.Value|]);")]
    [InlineData("if (credit.Value is string key) RetireCredential([|key|]);")]
    [InlineData("string key; RetireCredential([|key = credit.Value|]);")]
    [InlineData("System.Func<string> get = () => { string key = credit.Value; RetireCredential([|key|]); return key; };")]
    public Task Keys_are_followed_through_locals(string statements) => Analyzing<ScopeKeyOfAnotherKindAnalyzer>.Reports(Method(statements));

    [Theory]
    [InlineData("RetireCredential([|\"credit:main\"|]);")]
    [InlineData("RetireCredential([|$\"credit:{name}\"|]);")]
    [InlineData("RetireCredential([|\"credit:\" + name|]);")]
    [InlineData("RetireCredential([|string.Concat(\"credit:\", name)|]);")]
    [InlineData("RetireCredential([|string.Format(\"credit:{0}\", name)|]);")]
    [InlineData("const string Prefix = \"credit:\"; RetireCredential([|Prefix + name|]);")]
    [InlineData("const string Prefix = \"credit:\"; RetireCredential([|$\"{Prefix}{name}\"|]);")]
    [InlineData("var key = \"credit:\" + name; RetireCredential([|key|]);")]
    [InlineData("_creditField = [|\"cred:\" + name|];")]
    public Task A_text_that_starts_with_a_kind_has_that_kind(string statements) => Analyzing<ScopeKeyOfAnotherKindAnalyzer>.Reports(Method(statements));

    [Theory]
    [InlineData("[return: ScopeKey(ScopeKind.Credential)] string Get() => [|_creditField|];")]
    [InlineData("[return: ScopeKey(ScopeKind.Credential)] string Get() { if (_creditField is null) return \"\"; return [|_creditField|]; }")]
    [InlineData("[ScopeKey(ScopeKind.Credential)] string Get => [|_creditField|];")]
    [InlineData("[ScopeKey(ScopeKind.Credential)] string Get { get { return [|_creditField|]; } set { _creditField = [|value|]; } }")]
    [InlineData("[ScopeKey(ScopeKind.Credential)] string Get { get; } = [|MainCredit|];")]
    [InlineData("[ScopeKey(ScopeKind.Credential)] string _get = [|MainCredit|];")]
    [InlineData("void Get([ScopeKey(ScopeKind.Credential)] string key = [|\"credit:main\"|]) { }")]
    [InlineData("[return: ScopeKey(ScopeKind.Credential)] async Task<string> Get() { await Task.Yield(); return [|_creditField|]; }")]
    [InlineData("async Task Get() => RetireCredential([|await CreditTextAsync()|]);")]
    [InlineData("async Task Get() => RetireCredential([|await CreditTextAsync().ConfigureAwait(false)|]);")]
    public Task Return_values_and_initializers_of_members_are_checked(string member) => Analyzing<ScopeKeyOfAnotherKindAnalyzer>.Reports(Members(member));

    [Theory]
    [InlineData("RetireCredential(credential.Value);")]
    [InlineData("RetireCredential(credentialText);")]
    [InlineData("RetireCredential($\"{credential}\");")]
    [InlineData("RetireCredential($\"{credential}!\");")]
    [InlineData("RetireCredential(name);")]
    [InlineData("RetireCredential(\"cred:\" + name);")]
    [InlineData("RetireCredential(\"credits: \" + name);")]
    [InlineData("RetireCredential(\"provider:openai/key:1\");")]
    [InlineData("RetireCredential($\"tenant:{credit}\");")]
    [InlineData("RetireCredential(null!);")]
    [InlineData("string key = credit.Value; key = credential.Value; RetireCredential(key);")]
    [InlineData("string key = credit.Value; if (flag) key = name; RetireCredential(key);")]
    [InlineData("string key = credit.Value; Change(ref key); RetireCredential(key);")]
    [InlineData("string key = credit.Value; (key, _) = (name, name); RetireCredential(key);")]
    [InlineData("string key = credit.Value; key += name; RetireCredential(key);")]
    [InlineData("foreach (string key in new[] { credit.Value }) RetireCredential(key);")]
    [InlineData("System.Console.WriteLine(credit.Value);")]
    [InlineData("_creditField = credit.Value;")]
    [InlineData("(dead.Other, _creditField) = (credential.Value, creditText);")]
    public Task The_right_kind_and_an_unknown_kind_are_not_reported(string statements) => Analyzing<ScopeKeyOfAnotherKindAnalyzer>.ReportsNothing(Method(statements));

    [Fact]
    public Task An_attribute_on_a_base_method_applies_to_its_overrides() =>
        Analyzing<ScopeKeyOfAnotherKindAnalyzer>.Reports("""
            using FailScope;

            abstract class Store { public abstract void Retire([ScopeKey(ScopeKind.Credential)] string key); }
            sealed class Memory : Store { public override void Retire(string key) { } }
            class Turn { void Fail(Memory memory, CreditScopeKey credit) => memory.Retire([|credit.Value|]); }
            """);

    [Fact]
    public Task Code_without_the_package_is_ignored() =>
        Analyzing<ScopeKeyOfAnotherKindAnalyzer>.Run(
            """
            class ScopeKeyAttribute : System.Attribute { public ScopeKeyAttribute(int kind) { } }
            class Turn { void Retire([ScopeKey(0)] string key) => Retire("credit:main"); }
            """,
            [],
            withPackage: false);

    private static string Method(string statements) => Members($$"""
        void Fail(CreditScopeKey credit, CreditScopeKey? maybe, CredentialScopeKey credential, Model model, Dead dead, Entry entry, string name, bool flag,
                [ScopeKey(ScopeKind.Credit)] string creditText, [ScopeKey(ScopeKind.Credential)] string credentialText)
            {
                {{statements}}
            }
        """);

    private static string Members(string member) => $$"""
        #nullable enable
        using System.Threading.Tasks;
        using FailScope;

        class Dead
        {
            public Dead([ScopeKey(ScopeKind.Credential)] string key) { }
            [ScopeKey(ScopeKind.Credential)] public string? Other { get; set; }
            public bool this[[ScopeKey(ScopeKind.Credential)] string key] => true;
        }

        static class DeadExtensions
        {
            public static void Retire(this Dead dead, [ScopeKey(ScopeKind.Credential)] string key) { }
        }

        record Entry([ScopeKey(ScopeKind.Credit)] string Key)
        {
            [ScopeKey(ScopeKind.Credit)] public const string CreditText = "main";
        }

        class Turn
        {
            [ScopeKey(ScopeKind.Credit)] static string _creditField = "";
            [ScopeKey(ScopeKind.Credit)] static string CreditProperty { get; set; } = "";
            [return: ScopeKey(ScopeKind.Credit)] static string CreditText() => "";
            [return: ScopeKey(ScopeKind.Credit)] static Task<string> CreditTextAsync() => Task.FromResult("");
            static bool FindCredit([ScopeKey(ScopeKind.Credit)] out string key) { key = ""; return true; }
            static readonly CreditScopeKey Main = default;
            static readonly string MainCredit = Main.Value;
            static string MainCreditBody => Main.Value;

            static void RetireCredential([ScopeKey(ScopeKind.Credential)] string key) { }
            static void RetireBoxed([ScopeKey(ScopeKind.Credential)] object key) { }
            static void RetireKey([ScopeKey(ScopeKind.Credential)] IScopeKey key) { }
            static void RetireAll([ScopeKey(ScopeKind.Credential)] params string[] keys) { }
            static void TakeCredential(CredentialScopeKey key) { }
            static void Change(ref string text) { }

            {{member}}
        }
        """;
}
