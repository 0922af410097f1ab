using System.Globalization;

namespace FailScope.Redis.Tests;

/// <summary>What environment variables set for the long forms of the tests.</summary>
internal static class Setting
{
    /// <summary>How often a test of several processes is played.</summary>
    internal static int Rounds { get; } = (int)Of("FailScope_Rounds", 1);

    /// <summary>How many turns the soak has.</summary>
    internal static long Turns { get; } = Of("FailScope_Turns", 20_000);

    private static long Of(string name, long otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
