namespace FailScope.Testing;

/// <summary>A turn or the calls of an upstream were not as a test says. The message tells what was expected, what was, and prints the whole trail.</summary>
public sealed class FallbackAssertionException : Exception, IAssertionException
{
    internal FallbackAssertionException(string message)
        : base(message)
    {
    }
}

/// <summary>xUnit counts an exception with an interface of this name as a failed assertion, not as an error; other frameworks make no difference.</summary>
internal interface IAssertionException;
