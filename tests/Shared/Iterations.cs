using System.Globalization;

namespace FailScope.TestSupport;

/// <summary>How often a property is tried: CsCheck's own setting <c>CsCheck_Iter</c>, for long proofs and for quick looks.</summary>
internal static class Iterations
{
    private static readonly long? Asked =
        Environment.GetEnvironmentVariable("CsCheck_Iter") is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>As often as asked for, and otherwise so often.</summary>
    internal static long Or(long otherwise) => Asked ?? otherwise;
}
