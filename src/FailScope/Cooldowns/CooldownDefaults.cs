namespace FailScope;

/// <summary>How long each kind of failure is remembered when nothing else is set: its memory in the failure table, as a policy.</summary>
internal static class CooldownDefaults
{
    internal static CooldownPolicy For(FailureKind kind) =>
        MemoryRules.For(FailureTable.RuleOf(kind).Memory) is not { } rule ? CooldownPolicy.Never : new()
        {
            Duration = rule.Duration,
            LongestDuration = rule.LongestDuration,
            LongestHint = rule.LongestHint,
            Threshold = rule.Threshold,
            Window = rule.Window,
            IsUntilReset = false,
        };
}
