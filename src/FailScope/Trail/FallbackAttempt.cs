using System.Globalization;

namespace FailScope;

/// <summary>One attempt to call a model of a chain.</summary>
public sealed class FallbackAttempt
{
    private Failure? _failure;

    /// <summary>Creates an attempt that answered.</summary>
    internal FallbackAttempt(FallbackAttempt? previous, Model model, TimeSpan duration)
    {
        Previous = previous;
        Number = (previous?.Number ?? 0) + 1;
        Model = model;
        Duration = duration;
    }

    /// <summary>Creates an attempt that failed.</summary>
    /// <param name="previous">The previous failed attempt of the turn.</param>
    /// <param name="model">The model that was tried.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="failure">The failure; null to classify the exception on first use: see <see cref="StatusOnly"/>.</param>
    /// <param name="exception">The exception that the call threw.</param>
    internal FallbackAttempt(FallbackAttempt? previous, Model model, TimeSpan duration, Failure? failure, Exception exception)
        : this(previous, model, duration)
    {
        _failure = failure;
        Exception = exception;
    }

    /// <summary>The number of the attempt in its turn, starting from 1.</summary>
    public int Number { get; }

    /// <summary>The model that was tried.</summary>
    public Model Model { get; }

    /// <summary>How long it took, from the call to the response or the failure; in the trail of a stream, to its first content.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The failure; null if the model answered.</summary>
    public Failure? Failure => _failure is null && Exception is not null ? Read(Exception) : _failure;

    /// <summary>
    /// The exception that the call threw; null if it answered. It is the original object of the
    /// caller or the SDK. Unlike <see cref="Failure"/>, it may contain secrets.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>Whether the model answered.</summary>
    public bool Answered => Exception is null;

    /// <summary>The previous attempt of the turn. A running turn keeps no list, only its last attempt.</summary>
    internal FallbackAttempt? Previous { get; }

    /// <summary>The number, the model, and the result.</summary>
    public override string ToString()
    {
        string time = Duration.TotalMilliseconds.ToString("#,0", CultureInfo.InvariantCulture);
        return Failure is null
            ? $"{Number}. {Model}: answered after {time} ms"
            : $"{Number}. {Model}: failed after {time} ms: {Failure}";
    }

    // Two threads that read it at the same time get the same object.
    private Failure Read(Exception exception)
    {
        Failure read = StatusOnly.Read((HttpRequestException)exception);
        return Interlocked.CompareExchange(ref _failure, read, null) ?? read;
    }
}
