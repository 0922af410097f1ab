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

    /// <summary>
    /// Whether the clients of the models stay open when the client over the chain is disposed of. False by default; true where
    /// it is registered as scoped or transient over clients that you make, because those are often singletons.
    /// </summary>
    public bool LeaveOpen { get; set; }

    /// <summary>
    /// Whether an answer that the chain's first model gives at once bears a <see cref="FallbackTrail"/> as well; all other
    /// answers bear one. False by default for a client that is made by hand: the trail (about 600 bytes) costs more than
    /// everything else that the client does. True where the client is registered as a service, so that an answer says which
    /// model gave it also behind a cache.
    /// </summary>
    public bool ReportFirstChoice { get; set; }

    /// <summary>Where the client logs what fails and what is skipped; nowhere by default.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }
}
