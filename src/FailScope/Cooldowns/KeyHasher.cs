using System.Security.Cryptography;
using System.Text;

namespace FailScope;

/// <summary>
/// Hashes API keys to detect a changed key without keeping it. The hash uses a random secret of this process, or of the
/// store that several processes share.
/// </summary>
internal sealed class KeyHasher
{
    private byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>Uses the secret of other processes.</summary>
    internal void Use(ReadOnlySpan<byte> secret) => _secret = secret.ToArray();

    internal byte[] Secret => [.. _secret];

    // Eight bytes are enough to distinguish two keys, and too few to recover a key.
    internal string Hash(CredentialScopeKey scope, string? tenant, string key) =>
        Convert.ToHexString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{scope.Value}\0{tenant}\0{key}")).AsSpan(0, 8));
}
