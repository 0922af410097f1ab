using System;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The table of memories: how long a failure is remembered between turns by default.</summary>
internal static class MemoryRules
{
    // A monthly quota that is exhausted on the first day of the month, and one day more for the time zone.
    private const int Month = 32 * 24;

    /// <summary>The row of a memory; null for <see cref="Memory.None"/>.</summary>
    // A memory without a row is CS8509, an error in this build. CS8524 concerns undefined values, which throw.
#pragma warning disable CS8524
    internal static MemoryRule? For(Memory memory) => memory switch
    {
        Memory.None => null,
        Memory.RefusedKey => new(Minutes(30), Hours(4), Hours(24)),
        Memory.Money => new(Minutes(10), Hours(1), Hours(Month)),
        Memory.DailyAllowance => new(Minutes(15), Hours(4), Hours(Month)) { UntilUtcMidnight = true },
        Memory.PlanWindow => new(Minutes(15), Hours(4), Hours(Month)),
        Memory.RateWindow => new(Seconds(10), Minutes(5), Hours(24)),
        Memory.Connection => new(Seconds(15), Minutes(5), Hours(24)) { Threshold = 2, BrokenThreshold = 4, BrokenModels = 2 },
        Memory.Transient => new(Seconds(15), Minutes(5), Hours(24)) { Threshold = 3 },
        Memory.Withdrawn => new(Hours(1), Hours(6), Hours(24)),
    };
#pragma warning restore CS8524

    private static TimeSpan Seconds(int seconds) => new(0, 0, seconds);

    private static TimeSpan Minutes(int minutes) => new(0, minutes, 0);

    private static TimeSpan Hours(int hours) => new(hours, 0, 0);
}
