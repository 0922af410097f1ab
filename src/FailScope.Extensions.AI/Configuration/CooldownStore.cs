using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FailScope;

/// <summary>The memory of an application, with its log and, if configured, its file.</summary>
internal sealed class CooldownStore : IDisposable
{
    private readonly CooldownFile? _file;

    public CooldownStore(CooldownOptions options, IConfiguration? configuration, ILoggerFactory? loggerFactory)
    {
        Cooldowns = new Cooldowns(options);
        ILogger? logger = loggerFactory?.CreateLogger(typeof(Cooldowns).FullName!);
        if (configuration?[CooldownConfiguration.File] is { Length: > 0 } path)
        {
            _file = CooldownFile.Attach(Cooldowns, path, logger is null ? null : problem => FallbackLog.CooldownFileProblem(logger, problem), options.TimeProvider);
        }

        if (logger is not null)
        {
            Cooldowns.ReplicateWith(new CooldownLog(logger));
        }
    }

    internal Cooldowns Cooldowns { get; }

    /// <summary>Writes the last changes.</summary>
    public void Dispose() => _file?.Dispose();
}
