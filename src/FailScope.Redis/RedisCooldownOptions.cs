using System.Globalization;
using System.Runtime.CompilerServices;

namespace FailScope.Redis;

/// <summary>How <see cref="RedisCooldowns"/> share. Read when the connection is made.</summary>
public sealed class RedisCooldownOptions
{
    /// <summary>What all keys and the channel begin with; processes with the same prefix are one fleet. "failscope:" by default.</summary>
    /// <exception cref="ArgumentException">The value is empty or contains white space.</exception>
    public string KeyPrefix
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Length == 0 || value.Any(char.IsWhiteSpace))
            {
                throw new ArgumentException(
                    "The prefix of the keys is empty or contains white space. Give one that no other application on the server uses, for instance \"my-app:\".", nameof(value));
            }

            field = value;
        }
    }

    = "failscope:";

    /// <summary>
    /// The secret that keys are hashed under, at least 16 bytes. Null, the default: the first process of the fleet draws one and keeps it
    /// on the server. Give one where the server is not to hold it, or where a process may start while the server is down.
    /// </summary>
    /// <exception cref="ArgumentException">The value has fewer than 16 bytes.</exception>
    public byte[]? KeyHashSecret
    {
        get;
        set
        {
            if (value is { Length: < 16 })
            {
                throw new ArgumentException(
                    $"The secret that keys are hashed under has {value.Length} bytes and needs at least 16. Give random bytes, the same in every process, or null.", nameof(value));
            }

            field = value;
        }
    }

    /// <summary>How long a process that probes keeps the fleet's lease at most; 2 minutes by default, as long as the local one. From 5 seconds to a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter or longer.</exception>
    public TimeSpan ProbeLease
    {
        get;
        set => field = Within(value, TimeSpan.FromSeconds(5), TimeSpan.FromDays(1));
    }

    = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How often the memory is compared with the server's, which heals lost messages and a flushed server; 15 seconds by default. From 100
    /// milliseconds to an hour.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter or longer.</exception>
    public TimeSpan SyncInterval
    {
        get;
        set => field = Within(value, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
    }

    = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long one command may take before the server counts as down; 2 seconds by default. From 10 milliseconds to a minute. No request ever
    /// waits for one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter or longer.</exception>
    public TimeSpan CommandTimeout
    {
        get;
        set => field = Within(value, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
    }

    = TimeSpan.FromSeconds(2);

    /// <summary>Is told true when sharing begins or is back, false when it stops. Called in the background; what it throws is ignored.</summary>
    public Action<bool>? SharingChanged { get; set; }

    /// <summary>The clock of the store, see <see cref="CooldownOptions.TimeProvider"/>; the system's by default.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    = TimeProvider.System;

    private static TimeSpan Within(TimeSpan value, TimeSpan shortest, TimeSpan longest, [CallerMemberName] string? name = null) =>
        value >= shortest && value <= longest ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"{name} has to be from {shortest} to {longest}."));
}
