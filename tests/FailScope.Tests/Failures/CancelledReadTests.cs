using System.Net.Sockets;

namespace FailScope.Tests.Failures;

public class CancelledReadTests
{
    // The exception of SocketsHttpHandler for a cancelled read, inside the one that System.ClientModel throws for its own time limit.
    private static TaskCanceledException CancelledRead() =>
        new("deadline", new TaskCanceledException("cancelled", new IOException("aborted", new SocketException((int)SocketError.OperationAborted))));

    [Fact]
    public void A_read_that_a_time_limit_ended_is_a_timeout_not_a_network_failure()
    {
        Assert.Equal(FailureKind.Timeout, FailureClassifier.Classify(CancelledRead(), TestContext.Current.CancellationToken).Kind);
    }

    [Fact]
    public void A_read_that_the_caller_ended_is_a_cancellation()
    {
        Assert.Equal(FailureKind.Cancelled, FailureClassifier.Classify(CancelledRead(), new CancellationToken(canceled: true)).Kind);
    }

    [Fact]
    public void A_connection_that_breaks_without_a_cancellation_retires_only_the_model()
    {
        var broken = new IOException("aborted", new SocketException((int)SocketError.OperationAborted));
        Assert.Equal(FailureKind.Overloaded, FailureClassifier.Classify(broken, TestContext.Current.CancellationToken).Kind);
    }
}
