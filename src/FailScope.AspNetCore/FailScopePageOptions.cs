namespace FailScope.AspNetCore;

/// <summary>What a status page shows, and what it lets its readers do.</summary>
public sealed class FailScopePageOptions : FailScopeStatusOptions
{
    /// <summary>
    /// The authorization policy for ending cool-downs by hand. Null, the default: nobody can, and there is no such endpoint. The policy counts
    /// in addition to what the page itself requires.
    /// </summary>
    /// <remarks>Needs <c>AddAuthorization</c> with a policy of this name, <c>AddAntiforgery</c>, and <c>UseAuthorization</c> in the pipeline.</remarks>
    public string? ResetPolicy { get; set; }

    /// <summary>How often an open page looks for changes; 5 seconds by default. Without script, a page is loaded again after 30 seconds, or this time if it is longer.</summary>
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
