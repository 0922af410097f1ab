namespace FailScope.AspNetCore;

/// <summary>The options of a status page: what it shows, and what its users may do.</summary>
public sealed class FailScopePageOptions : FailScopeStatusOptions
{
    /// <summary>
    /// The authorization policy for resetting cool-downs. Null (default): nobody can, and there is no such endpoint. The policy applies
    /// in addition to the requirements of the page itself.
    /// </summary>
    /// <remarks>Requires <c>AddAuthorization</c> with a policy of this name, <c>AddAntiforgery</c>, and <c>UseAuthorization</c> in the pipeline.</remarks>
    public string? ResetPolicy { get; set; }

    /// <summary>How often an open page is updated; 5 seconds by default. Without script, a page reloads after 30 seconds, or this time if it is longer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from one second to one hour.</exception>
    public TimeSpan RefreshInterval
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
            field = value;
        }
    }

    = TimeSpan.FromSeconds(5);
}
