using System.Globalization;

namespace FailScope.Testing;

/// <summary>
/// The errors of named providers, with the status, headers and body from their documentation and from reports of their users. Each method has
/// the name of the <see cref="FailureKind"/> that it is classified as. A provider has a method for each kind for which it has its own format.
/// </summary>
/// <remarks>Model ids and reset times are filled in when a call arrives.</remarks>
public static partial class FakeProvider
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(7);

    /// <summary>The wait of a rate limit, in whole seconds, as most providers format it.</summary>
    private static string Seconds(TimeSpan? retryAfter, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(retryAfter))] string? parameter = null)
    {
        TimeSpan wait = retryAfter ?? ShortWait;
        return wait >= TimeSpan.FromSeconds(1) && wait.Ticks % TimeSpan.TicksPerSecond == 0
            ? ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)
            : throw new ArgumentOutOfRangeException(parameter, retryAfter, "The wait must be a whole number of seconds, at least one, as providers send it.");
    }

    private static FakeError RetryAfter(this FakeError error, string seconds) => error.WithHeader("Retry-After", seconds);
}
