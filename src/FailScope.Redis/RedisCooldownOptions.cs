using System.Globalization;
using System.Runtime.CompilerServices;

namespace FailScope.Redis;

/// <summary>The options of <see cref="RedisCooldowns"/>. Read when the connection is made.</summary>
public sealed class RedisCooldownOptions
{
    /// <summary>The prefix of all keys and of the channel. Processes with the same prefix are one fleet. The default is "failscope:".</summary>
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
                    "The prefix of the keys is empty or contains white space. Use one that no other application on the server uses, for example \"my-app:\".", nameof(value));
            }

            field = value;
        }
    }

    = "failscope:";

    /// <summary>
    /// The secret for hashing API keys, at least 16 bytes. Null (default): the first process of the fleet generates one and stores it
    /// on the server. Set it if the server must not store it, or if a process may start while the server is down.
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
                    $"The secret for hashing keys has {value.Length} bytes but needs at least 16. Set random bytes, the same in every process, or null.", nameof(value));
            }

            field = value;
        }
    }

    /// <summary>How long a probing process may keep the fleet's lease, from 5 seconds to a day. The default is 2 minutes, like the local lease.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter or longer.</exception>
    public TimeSpan ProbeLease
    {
        get;
        set => field = Within(value, TimeSpan.FromSeconds(5), TimeSpan.FromDays(1));
    }

    = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How often the memory is compared with the server's, from 100 milliseconds to an hour. This repairs the effects of lost messages and of a
    /// flushed server. The default is 15 seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter or longer.</exception>
    public TimeSpan SyncInterval
    {
        get;
        set => field = Within(value, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
    }

    = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long one command may take before the server counts as down, from 10 milliseconds to a minute. The default is 2 seconds. Requests never
    /// wait for a command.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter or longer.</exception>
    public TimeSpan CommandTimeout
    {
        get;
        set => field = Within(value, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
    }

    = TimeSpan.FromSeconds(2);

    /// <summary>Called with true when sharing begins or resumes, and with false when it stops. Called in the background; exceptions are ignored.</summary>
    public Action<bool>? SharingChanged { get; set; }

    /// <summary>The clock of the store, see <see cref="CooldownOptions.TimeProvider"/>; by default the system clock.</summary>
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
            nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"{name} must be from {shortest} to {longest}."));
}
