#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>How a failure is remembered between turns. The durations are in the rows of <see cref="MemoryRules"/>.</summary>
internal enum Memory
{
    /// <summary>Not at all: the failure says nothing about the next request.</summary>
    None = 0,

    /// <summary>A rejected key, until someone replaces it.</summary>
    RefusedKey = 1,

    /// <summary>Exhausted credit or budget, until someone pays or raises a limit.</summary>
    Money = 2,

    /// <summary>A quota that is refilled every day.</summary>
    DailyAllowance = 3,

    /// <summary>The usage window of a plan, from hours to a month.</summary>
    PlanWindow = 4,

    /// <summary>A limit on requests or tokens per second, minute or day.</summary>
    RateWindow = 5,

    /// <summary>A provider that cannot be reached. A single failure does not make all of its models cool down.</summary>
    Connection = 6,

    /// <summary>A problem of a model that usually passes. A single failure does not make the model cool down.</summary>
    Transient = 7,

    /// <summary>A model that is not available.</summary>
    Withdrawn = 8,
}
