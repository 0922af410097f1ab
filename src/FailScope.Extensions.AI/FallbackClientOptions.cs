using Microsoft.Extensions.Logging;

namespace FailScope;

/// <summary>What the clients over a chain have in common, whatever they ask its models for.</summary>
public abstract class FallbackClientOptions : FallbackOptions
{
    private protected FallbackClientOptions()
    {
    }

    private protected FallbackClientOptions(FallbackClientOptions other)
        : base(other)
    {
        LeaveOpen = other.LeaveOpen;
        ReportFirstChoice = other.ReportFirstChoice;
        LoggerFactory = other.LoggerFactory;
    }

    /// <summary>Whether the clients of the models stay open when the client over the chain is disposed of; false by default.</summary>
    public bool LeaveOpen { get; set; }

    /// <summary>
    /// Whether an answer that the chain's first model gives at once bears a <see cref="FallbackTrail"/> as well. False by
    /// default: the trail would cost more than everything else the client does, and its absence says the same. All other
    /// answers bear one.
    /// </summary>
    public bool ReportFirstChoice { get; set; }

    /// <summary>Where the client logs what fails and what is skipped; nowhere by default.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }
}
