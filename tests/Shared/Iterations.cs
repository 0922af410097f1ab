using System.Globalization;

namespace FailScope.TestSupport;

/// <summary>The number of samples of a property test: CsCheck's own setting <c>CsCheck_Iter</c>, for long proofs and for quick runs.</summary>
internal static class Iterations
{
    private static readonly long? Asked =
        Environment.GetEnvironmentVariable("CsCheck_Iter") is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The configured number, otherwise the given default.</summary>
    internal static long Or(long otherwise) => Asked ?? otherwise;
}
