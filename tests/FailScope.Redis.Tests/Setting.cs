using System.Globalization;

namespace FailScope.Redis.Tests;

/// <summary>Settings from environment variables, for the long forms of the tests.</summary>
internal static class Setting
{
    /// <summary>The number of rounds of tests with several processes.</summary>
    internal static int Rounds { get; } = (int)Of("FailScope_Rounds", 1);

    /// <summary>The number of turns of the soak test.</summary>
    internal static long Turns { get; } = Of("FailScope_Turns", 20_000);

    private static long Of(string name, long otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
