using System;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>One row of the table of memories.</summary>
/// <param name="Duration">How long, where the provider names no time. Failed probes double it.</param>
/// <param name="LongestDuration">The longest that failed probes make it.</param>
/// <param name="LongestHint">The longest time that is believed when the provider names one.</param>
internal readonly record struct MemoryRule(TimeSpan Duration, TimeSpan LongestDuration, TimeSpan LongestHint)
{
    /// <summary>How many failures within <see cref="Window"/> it takes.</summary>
    internal int Threshold { get; init; } = 1;

    /// <summary>
    /// How many connections that broke off within <see cref="Window"/> count like that, together with failures of this memory; 0 where a
    /// connection that broke off says nothing about the scope.
    /// </summary>
    internal int BrokenThreshold { get; init; }

    /// <summary>Of how many different models the connections that broke off have to be.</summary>
    internal int BrokenModels { get; init; }

    /// <summary>The time within which the failures are counted.</summary>
    internal TimeSpan Window => TimeSpan.FromMinutes(1);

    /// <summary>Whether it lasts until the next midnight UTC at first, in place of <see cref="Duration"/>.</summary>
    internal bool UntilUtcMidnight { get; init; }
}
