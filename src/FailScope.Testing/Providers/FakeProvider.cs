using System.Globalization;

namespace FailScope.Testing;

/// <summary>
/// How named providers refuse: the status, headers and body that their documentation and their users show. Each method is named after the
/// <see cref="FailureKind"/> that it is read as, and a provider has the methods for which it has words of its own.
/// </summary>
/// <remarks>The ids of models and the moments of a reset are filled in when a call arrives.</remarks>
public static partial class FakeProvider
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(7);

    /// <summary>The wait of a rate limit, in whole seconds as most providers say it.</summary>
    private static string Seconds(TimeSpan? retryAfter, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(retryAfter))] string? parameter = null)
    {
        TimeSpan wait = retryAfter ?? ShortWait;
        return wait >= TimeSpan.FromSeconds(1) && wait.Ticks % TimeSpan.TicksPerSecond == 0
            ? ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)
            : throw new ArgumentOutOfRangeException(parameter, retryAfter, "The wait must be a whole number of seconds, at least one, as providers send it.");
    }

    private static FakeError RetryAfter(this FakeError error, string seconds) => error.WithHeader("Retry-After", seconds);
}
