#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>How a failure is remembered between turns. How long that is, is a row of <see cref="MemoryRules"/>.</summary>
internal enum Memory
{
    /// <summary>Not at all: the failure says nothing about the next request.</summary>
    None = 0,

    /// <summary>A key that was refused, until somebody replaces it.</summary>
    RefusedKey = 1,

    /// <summary>Money that is spent, until somebody pays or raises a cap.</summary>
    Money = 2,

    /// <summary>An allowance that fills again every day.</summary>
    DailyAllowance = 3,

    /// <summary>The usage window of a plan, of hours to a month.</summary>
    PlanWindow = 4,

    /// <summary>A limit on requests or tokens per second, minute or day.</summary>
    RateWindow = 5,

    /// <summary>A provider that cannot be reached. Once is no reason to leave out all of its models.</summary>
    Connection = 6,

    /// <summary>Trouble of a model that usually passes. Once is no reason to leave it out.</summary>
    Transient = 7,

    /// <summary>A model that is not offered.</summary>
    Withdrawn = 8,
}
