namespace FailScope.Testing;

/// <summary>An assertion failed. The message contains the expected and the actual result and the whole trail.</summary>
public sealed class FallbackAssertionException : Exception, IAssertionException
{
    internal FallbackAssertionException(string message)
        : base(message)
    {
    }
}

/// <summary>xUnit counts an exception that implements an interface with this name as a failed assertion, not as an error.</summary>
internal interface IAssertionException;
