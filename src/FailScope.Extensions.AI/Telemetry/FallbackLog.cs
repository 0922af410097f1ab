using Microsoft.Extensions.Logging;

namespace FailScope;

/// <summary>The log messages. Exceptions are not logged, because their messages come from the provider and may contain a key.</summary>
internal static partial class FallbackLog
{
    [LoggerMessage(1, LogLevel.Warning, "Chain {Chain}, attempt {Attempt}: {Model} failed after {Milliseconds:0} ms: {Failure}")]
    internal static partial void AttemptFailed(ILogger logger, string chain, int attempt, Model model, double milliseconds, Failure failure);

    [LoggerMessage(2, LogLevel.Information, "{Trail}")]
    internal static partial void FellBack(ILogger logger, FallbackTrail trail);

    [LoggerMessage(3, LogLevel.Error, "{Trail}")]
    internal static partial void Exhausted(ILogger logger, FallbackTrail trail);

    [LoggerMessage(4, LogLevel.Information, "Chain {Chain}: the turn ended without fallback, because {Kind} would fail with every model")]
    internal static partial void TurnEnded(ILogger logger, string chain, FailureKind kind);

    [LoggerMessage(5, LogLevel.Warning, "{Cooldown}")]
    internal static partial void CooledDown(ILogger logger, CooldownChange cooldown);

    [LoggerMessage(6, LogLevel.Information, "{Cooldown}")]
    internal static partial void CooldownEnded(ILogger logger, CooldownChange cooldown);

    [LoggerMessage(7, LogLevel.Warning, "{Problem}")]
    internal static partial void CooldownFileProblem(ILogger logger, string problem);
}
