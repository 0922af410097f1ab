using System.Diagnostics.CodeAnalysis;

namespace FailScope.Tests.Failures;

// Readers are the whole process's, and stay: those who count on there being none come first.
[CollectionDefinition(nameof(FailureReaderTests), DisableParallelization = true)]
[Collection(nameof(FailureReaderTests))]
public sealed class FailureReaderTests
{
    private static readonly CancellationToken Live = TestContext.Current.CancellationToken;

    [Fact]
    public void A_registered_reader_is_asked_for_exceptions_at_any_depth()
    {
        FailureClassifier.Register(new Reader());
        Failure failure = FailureClassifier.Classify(new InvalidOperationException("x", new SdkException(402)), Live);
        Assert.Equal(FailureKind.CreditExhausted, failure.Kind);
        Assert.Equal(402, failure.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(9), failure.RetryAfter);
    }

    [Fact]
    public void A_reader_that_throws_or_lies_is_passed_over()
    {
        FailureClassifier.Register(new Throwing());
        FailureClassifier.Register(new Lying());
        FailureClassifier.Register(new Reader());
        Assert.Equal(FailureKind.CreditExhausted, FailureClassifier.Classify(new SdkException(402), Live).Kind);
        Assert.Equal(FailureKind.Unknown, FailureClassifier.Classify(new NotSupportedException(), Live).Kind);
    }

    [Fact]
    public void A_reader_counts_once_however_often_it_is_registered()
    {
        var reader = new Counting();
        Parallel.For(0, 64, _ => FailureClassifier.Register(reader));
        FailureClassifier.Classify(new NotImplementedException(), Live);
        Assert.Equal(1, reader.Calls);
    }

    private sealed class SdkException(int status) : Exception("a message that nobody reads")
    {
        public int Status { get; } = status;
    }

    private sealed class Reader : IFailureReader
    {
        public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
        {
            error = exception is SdkException sdk
                ? new ProviderError { StatusCode = sdk.Status, Headers = [new("Retry-After", "9")] }
                : null;
            return error is not null;
        }
    }

    private sealed class Throwing : IFailureReader
    {
        public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error) => throw new InvalidOperationException("a broken reader");
    }

    private sealed class Lying : IFailureReader
    {
        public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
        {
            error = null!;
            return true;
        }
    }

    private sealed class Counting : IFailureReader
    {
        public int Calls { get; private set; }

        public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
        {
            Calls += exception is NotImplementedException ? 1 : 0;
            error = null;
            return false;
        }
    }
}
