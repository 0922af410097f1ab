using System;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>One row of the table of memories.</summary>
/// <param name="Duration">How long, if the provider names no time. Failed probes double it.</param>
/// <param name="LongestDuration">The maximum that failed probes can lead to.</param>
/// <param name="LongestHint">The longest time that is accepted from a provider.</param>
internal readonly record struct MemoryRule(TimeSpan Duration, TimeSpan LongestDuration, TimeSpan LongestHint)
{
    /// <summary>How many failures within <see cref="Window"/> start a cool-down.</summary>
    internal int Threshold { get; init; } = 1;

    /// <summary>
    /// How many lost connections within <see cref="Window"/> start a cool-down, counted together with failures of this memory; 0 if
    /// lost connections do not count for this scope.
    /// </summary>
    internal int BrokenThreshold { get; init; }

    /// <summary>The number of different models that the lost connections must come from.</summary>
    internal int BrokenModels { get; init; }

    /// <summary>The time within which the failures are counted.</summary>
    internal TimeSpan Window => TimeSpan.FromMinutes(1);

    /// <summary>Whether the first cool-down lasts until the next midnight UTC, instead of <see cref="Duration"/>.</summary>
    internal bool UntilUtcMidnight { get; init; }
}
