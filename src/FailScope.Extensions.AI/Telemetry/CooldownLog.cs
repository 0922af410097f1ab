using Microsoft.Extensions.Logging;

namespace FailScope;

/// <summary>Logs what begins and ends to cool down in this process: scope keys, kinds and times, no secret.</summary>
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
