using System.Diagnostics.CodeAnalysis;

namespace FailScope.Tests.Fixtures;

/// <summary>An exception of an SDK that the classifier does not know. What the provider answered is in its own property alone.</summary>
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

/// <summary>Is asked and throws.</summary>
internal sealed class BrokenReader : IFailureReader
{
    internal int Asked { get; private set; }

    public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        Asked++;
        throw new InvalidOperationException("a broken reader");
    }
}

/// <summary>Says that it knows every exception, and has nothing to show.</summary>
internal sealed class LyingReader : IFailureReader
{
    public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
    {
        error = null!;
        return true;
    }
}
