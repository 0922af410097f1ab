using Microsoft.Extensions.Logging;

namespace FailScope;

/// <summary>Logs the cool-downs that begin and end in this process: scope keys, kinds and times, but no secrets.</summary>
internal sealed class CooldownLog(ILogger logger) : ICooldownReplicator
{
    public void Publish(CooldownChange change)
    {
        if (change.Kind == CooldownChangeKind.Failed)
        {
            FallbackLog.CooledDown(logger, change);
        }
        else
        {
            FallbackLog.CooldownEnded(logger, change);
        }
    }

    public bool MayProbe(CooldownEntry entry) => true;
}
