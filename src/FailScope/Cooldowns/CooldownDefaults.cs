namespace FailScope;

/// <summary>The default policy of each failure kind, taken from its memory in the failure table.</summary>
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
