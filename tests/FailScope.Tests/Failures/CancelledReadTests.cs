using System.Net.Sockets;

namespace FailScope.Tests.Failures;

public class CancelledReadTests
{
    // What SocketsHttpHandler throws when a read is cancelled, inside what System.ClientModel makes of its own deadline.
    private static TaskCanceledException CancelledRead() =>
        new("deadline", new TaskCanceledException("cancelled", new IOException("aborted", new SocketException((int)SocketError.OperationAborted))));

    [Fact]
    public void A_read_that_a_deadline_broke_off_is_a_timeout_and_no_trouble_of_the_network()
    {
        Assert.Equal(FailureKind.Timeout, FailureClassifier.Classify(CancelledRead(), TestContext.Current.CancellationToken).Kind);
    }

    [Fact]
    public void A_read_that_the_caller_broke_off_is_a_cancellation()
    {
        Assert.Equal(FailureKind.Cancelled, FailureClassifier.Classify(CancelledRead(), new CancellationToken(canceled: true)).Kind);
    }

    [Fact]
    public void A_connection_that_breaks_without_a_cancellation_is_the_models_own()
    {
        var broken = new IOException("aborted", new SocketException((int)SocketError.OperationAborted));
        Assert.Equal(FailureKind.Overloaded, FailureClassifier.Classify(broken, TestContext.Current.CancellationToken).Kind);
    }
}
