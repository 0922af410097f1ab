using System.Security.Cryptography;
using System.Text;

namespace FailScope;

/// <summary>
/// Tells whether a key is another than before without keeping it: a hash under a random secret of this process, or of the
/// store that several processes share.
/// </summary>
internal sealed class KeyHasher
{
    private byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>Takes the secret that other processes use.</summary>
    internal void Use(ReadOnlySpan<byte> secret) => _secret = secret.ToArray();

    internal byte[] Secret => [.. _secret];

    // Eight bytes tell two keys apart, and are too few to find a key by.
    internal string Hash(CredentialScopeKey scope, string? tenant, string key) =>
        Convert.ToHexString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{scope.Value}\0{tenant}\0{key}")).AsSpan(0, 8));
}
