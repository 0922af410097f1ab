namespace FailScope.Redis;

/// <summary>How <see cref="RedisCooldowns"/> share. Read when the connection is made.</summary>
public sealed class RedisCooldownOptions
{
    /// <summary>What all keys and the channel begin with; processes with the same prefix are one fleet. "failscope:" by default.</summary>
    public string KeyPrefix { get; set; } = "failscope:";

    /// <summary>
    /// The secret that keys are hashed under, at least 16 bytes. Null, the default: the first process of the fleet draws one and keeps it
    /// on the server. Give one where the server is not to hold it, or where a process may start while the server is down.
    /// </summary>
    public byte[]? KeyHashSecret { get; set; }

    /// <summary>How long a process that probes keeps the fleet's lease at most; 2 minutes by default, as long as the local one.</summary>
    public TimeSpan ProbeLease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often the memory is compared with the server's, which heals lost messages and a flushed server; 15 seconds by default.</summary>
    public TimeSpan SyncInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one command may take before the server counts as down; 2 seconds by default. No request ever waits for one.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Is told true when sharing begins or is back, false when it stops. Called in the background; what it throws is ignored.</summary>
    public Action<bool>? SharingChanged { get; set; }

    /// <summary>The clock of the store, see <see cref="CooldownOptions.TimeProvider"/>; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
