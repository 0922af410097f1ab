using Microsoft.Extensions.Logging;

namespace FailScope;

/// <summary>The options that all clients for a chain have in common.</summary>
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
    /// Whether the clients of the models stay open when the client for the chain is disposed. False by default. True if
    /// it is registered as scoped or transient with your own client factory, because clients are often singletons.
    /// </summary>
    public bool LeaveOpen { get; set; }

    /// <summary>
    /// Whether a response that comes from the chain's first model without any failure also contains a <see cref="FallbackTrail"/>; all other
    /// responses contain one. False by default for a client that you create yourself, because the trail (about 500 bytes) costs more than
    /// everything else that the client does. True if the client is registered as a service, so that a response says which
    /// model it comes from even after it has been cached.
    /// </summary>
    public bool ReportFirstChoice { get; set; }

    /// <summary>Where the client logs failures and skipped models; null (default) for no logs.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }
}
