using System.Text;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class KeyTests
{
    private readonly CooldownRig _rig = new();

    [Fact]
    public void A_new_key_ends_only_the_cool_downs_of_the_old_one()
    {
        Assert.False(_rig.Store.ObserveKey(Shop.DirectA.Credential, "old key"));
        _rig.Fail(Shop.DirectA, FailureKind.AuthenticationFailed);
        _rig.Fail(Shop.DirectB, FailureKind.CreditExhausted);
        Assert.False(_rig.Store.ObserveKey(Shop.DirectA.Credential, "old key"));
        Assert.Equal(2, _rig.Store.GetEntries().Count);
        Assert.True(_rig.Store.ObserveKey(Shop.DirectA.Credential, "new key"));
        Assert.Equal(ScopeKind.Credit, Assert.Single(_rig.Store.GetEntries()).Scope.Kind);
    }

    [Fact]
    public void One_tenants_new_key_does_not_affect_another_tenant()
    {
        foreach (string tenant in (string[])["red", "blue"])
        {
            _rig.Store.ObserveKey(Shop.Main, "old key", tenant);
            _rig.Fail(Shop.Large, FailureKind.AuthenticationFailed, tenant);
        }

        _rig.Store.ObserveKey(Shop.Main, "new key", "red");
        Assert.Equal("blue", Assert.Single(_rig.Store.GetEntries()).Tenant);
    }

    [Fact]
    public void A_process_with_another_key_ignores_what_others_remember_about_theirs()
    {
        var other = new CooldownRig();
        byte[] secret = Encoding.UTF8.GetBytes("shared by the whole fleet");
        _rig.Store.UseKeyHashSecret(secret);
        other.Store.UseKeyHashSecret(secret);
        _rig.Store.ObserveKey(Shop.Main, "old key");
        other.Store.ObserveKey(Shop.Main, "new key");
        _rig.Fail(Shop.Large, FailureKind.AuthenticationFailed);
        _rig.Fail(Shop.DirectA, FailureKind.AuthenticationFailed);
        foreach (CooldownChange change in _rig.Store.Export())
        {
            other.Store.Apply(change);
        }

        Assert.Equal(Shop.TeamA.CredentialScope, Assert.Single(other.Store.GetEntries()).Scope);
    }

    [Fact]
    public void No_key_and_no_part_of_a_key_is_kept()
    {
        _rig.Store.ObserveKey(Shop.Main, "sk-0123456789abcdef");
        _rig.Fail(Shop.Large, FailureKind.AuthenticationFailed);
        string kept = string.Join('\n', _rig.Store.Export().Select(change => change.ToJson()).Concat(_rig.Store.GetEntries().Select(entry => entry.ToString())));
        Assert.Contains("keyHash", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sk-", kept, StringComparison.OrdinalIgnoreCase);
    }
}
