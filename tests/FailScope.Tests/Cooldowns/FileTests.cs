using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class FileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("failscope-cooldowns");
    private readonly List<string> _reports = [];

    private string FilePath => Path.Combine(_folder.FullName, "cooldowns");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_memory_survives_a_restart()
    {
        var before = new CooldownRig();
        using (Attach(before))
        {
            before.Store.ObserveKey(Shop.Main, "a key");
            before.Fail(Shop.Large, FailureKind.CreditExhausted);
            before.Fail(Shop.DirectA, FailureKind.AuthenticationFailed, "red");
            before.Store.ResetForAllTenants(Shop.TeamB.CredentialScope);
        }

        var after = new CooldownRig();
        using CooldownFile file = Attach(after);
        Assert.Equal(before.Store.GetEntries().Select(entry => entry.ToString()), after.Store.GetEntries().Select(entry => entry.ToString()));
        Assert.Equal("SmallFree, LargeSpare, DirectA, DirectB", after.Alive());
        Assert.Empty(_reports);
    }

    [Fact]
    public void The_file_is_written_a_moment_after_a_change_and_leaves_no_other_file()
    {
        var rig = new CooldownRig();
        using CooldownFile file = Attach(rig);
        rig.Fail(Shop.Large, FailureKind.CreditExhausted);
        Assert.False(File.Exists(FilePath));
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        string first = File.ReadAllText(FilePath);
        rig.Fail(Shop.DirectA, FailureKind.AuthenticationFailed);
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, File.ReadAllText(FilePath));
        Assert.Single(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_key_replaced_while_the_process_was_down_ends_the_cool_downs_of_the_old_one()
    {
        var before = new CooldownRig();
        using (Attach(before))
        {
            before.Store.ObserveKey(Shop.Main, "old key");
            before.Fail(Shop.Large, FailureKind.AuthenticationFailed);
        }

        var same = new CooldownRig();
        using (Attach(same))
        {
            Assert.False(same.Store.ObserveKey(Shop.Main, "old key"));
            Assert.Single(same.Store.GetEntries());
        }

        var other = new CooldownRig();
        using CooldownFile file = Attach(other);
        Assert.True(other.Store.ObserveKey(Shop.Main, "new key"));
        Assert.Empty(other.Store.GetEntries());
    }

    [Fact]
    public void The_file_contains_no_secret()
    {
        var rig = new CooldownRig();
        using (Attach(rig))
        {
            rig.Store.ObserveKey(Shop.Main, "sk-0123456789abcdef");
            rig.Fail(Shop.Large, new Failure(FailureKind.AuthenticationFailed) { Message = "what the provider said", Evidence = "status 401" });
        }

        string text = File.ReadAllText(FilePath);
        Assert.DoesNotContain("0123456789abcdef", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("what the provider said", text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        }
    }

    [Theory]
    [InlineData("", "it is not a cool-down file")]
    [InlineData("\0\u0001garbage", "it is not a cool-down file")]
    [InlineData("[1,2]", "it is not a cool-down file")]
    [InlineData("""{"format":"failscope-cooldowns","v":1}""", "it is not a cool-down file")]
    [InlineData("""{"format":"failscope-cooldowns","v":2,"other":"things"}""", "it was written by a newer version of FailScope")]
    [InlineData("""{"format":"failscope-cooldowns","v":1,"changes":1,"hashSalt":"00112233445566778899AABBCCDDEEFF"}""", "it is damaged")]
    [InlineData("{\"format\":\"failscope-cooldowns\",\"v\":1,\"changes\":1,\"hashSalt\":\"00112233445566778899AABBCCDDEEFF\"}\n{\"v\":1}", "it is damaged")]
    public void An_invalid_file_is_ignored_reported_and_overwritten(string text, string reason)
    {
        File.WriteAllText(FilePath, text);
        var rig = new CooldownRig();
        using (Attach(rig))
        {
            Assert.Contains(reason, Assert.Single(_reports), StringComparison.Ordinal);
            Assert.Empty(rig.Store.GetEntries());
            rig.Fail(Shop.Large, FailureKind.CreditExhausted);
        }

        var after = new CooldownRig();
        using CooldownFile file = Attach(after);
        Assert.Single(after.Store.GetEntries());
    }

    [Fact]
    public void A_file_truncated_anywhere_is_ignored_or_complete()
    {
        var before = new CooldownRig();
        using (Attach(before))
        {
            before.Fail(Shop.Large, FailureKind.CreditExhausted);
            before.Fail(Shop.DirectA, FailureKind.RateLimited);
        }

        string whole = File.ReadAllText(FilePath);
        for (int length = 0; length < whole.Length; length++)
        {
            var store = new CooldownRig().Store;
            string? problem = CooldownFileFormat.Read(whole[..length], store);
            Assert.Equal(problem is null ? 2 : 0, store.GetEntries().Count);
        }
    }

    [Fact]
    public void A_disk_that_cannot_be_written_affects_only_the_file()
    {
        var rig = new CooldownRig();
        using (CooldownFile.Attach(rig.Store, Path.Combine(_folder.FullName, "not there", "cooldowns"), _reports.Add, rig.Clock))
        {
            rig.Fail(Shop.Large, FailureKind.CreditExhausted);
        }

        Assert.Contains("They are kept in memory only.", Assert.Single(_reports), StringComparison.Ordinal);
        Assert.Single(rig.Store.GetEntries());
    }

    private CooldownFile Attach(CooldownRig rig) => CooldownFile.Attach(rig.Store, FilePath, _reports.Add, rig.Clock);
}
