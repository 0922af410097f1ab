using System.Diagnostics.CodeAnalysis;

namespace FailScope.Tests.Fixtures;

/// <summary>An exception of an SDK that the classifier does not know. Only its own property contains the provider's response.</summary>
internal sealed class AcmeException(int status) : Exception("a message that says nothing")
{
    internal int Status { get; } = status;
}

/// <summary>Reads <see cref="AcmeException"/>.</summary>
internal sealed class AcmeReader : IFailureReader
{
    public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        error = exception is AcmeException acme
            ? new ProviderError { StatusCode = acme.Status, Headers = [new("Retry-After", "9")] }
            : null;
        return error is not null;
    }
}

/// <summary>A reader that throws.</summary>
internal sealed class BrokenReader : IFailureReader
{
    internal int Asked { get; private set; }

    public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        Asked++;
        throw new InvalidOperationException("a broken reader");
    }
}

/// <summary>A reader that returns true but no error for every exception.</summary>
internal sealed class LyingReader : IFailureReader
{
    public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        error = null!;
        return true;
    }
}
