using System.Reflection;
using CsCheck;

namespace FailScope.Tests.Scopes;

public class ScopeKeyTests
{
    private static readonly Type[] Keys =
    [
        typeof(CredentialScopeKey), typeof(CreditScopeKey), typeof(KeyBudgetScopeKey), typeof(FreeQuotaScopeKey), typeof(ProviderScopeKey), typeof(ModelScopeKey), typeof(UsageLimitScopeKey),
    ];

    [Fact]
    public void There_is_one_key_type_for_each_scope() =>
        Assert.Equal(
            Enum.GetNames<ScopeKind>().Except([nameof(ScopeKind.None)]).Select(kind => kind + "ScopeKey").Order(),
            typeof(IScopeKey).Assembly.GetTypes().Where(type => type.IsValueType && typeof(IScopeKey).IsAssignableFrom(type)).Select(type => type.Name).Order());

    [Fact]
    public void No_conversion_exists_between_two_kinds_of_key() =>
        Assert.All(Keys, key => Assert.DoesNotContain(key.GetMethods(BindingFlags.Public | BindingFlags.Static), method => method.Name is "op_Implicit" or "op_Explicit"));

    [Fact]
    public void Keys_of_different_kinds_are_never_equal_and_never_have_the_same_text()
    {
        IScopeKey[] keys = All("Models", "Main");

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys.Length, keys.Select(key => key.Value).Distinct().Count());
        Assert.Equal(Enum.GetValues<ScopeKind>().Except([ScopeKind.None]), keys.Select(key => key.Kind));
    }

    [Fact]
    public void Keys_have_value_equality_and_their_text_contains_all_parts()
    {
        Gen<string> name = Gen.OneOf(Gen.String[Gen.Char["ABab_ü"], 1, 4], Gen.Const("A.B"), Gen.Const("A+B"));

        Gen.Select(name, name, name, name).Sample((catalog, member, otherCatalog, otherMember) =>
        {
            bool same = catalog == otherCatalog && member == otherMember;
            IScopeKey[] left = All(catalog, member);
            IScopeKey[] right = All(otherCatalog, otherMember);
            return left.Zip(right).All(pair => pair.First.Equals(pair.Second) == same && (pair.First.Value == pair.Second.Value) == same);
        });
    }

    [Fact]
    public void A_default_key_is_not_equal_to_a_catalogs_key_and_can_be_printed()
    {
        Assert.Equal("credit:", default(CreditScopeKey).ToString());
        Assert.NotEqual(default, new CreditScopeKey("Models", "Main"));
    }

    private static IScopeKey[] All(string catalog, string member) =>
    [
        new CredentialScopeKey(catalog, member), new CreditScopeKey(catalog, member), new KeyBudgetScopeKey(catalog, member),
        new FreeQuotaScopeKey(catalog, member), new ProviderScopeKey(catalog, member), new ModelScopeKey(catalog, member),
        new UsageLimitScopeKey(catalog, member),
    ];
}
