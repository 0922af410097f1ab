using System.Globalization;

namespace FailScope;

/// <summary>One model of a chain, tried.</summary>
public sealed class FallbackAttempt
{
    private Failure? _failure;

    /// <summary>An attempt that answered.</summary>
    internal FallbackAttempt(FallbackAttempt? previous, Model model, TimeSpan duration)
    {
        Previous = previous;
        Number = (previous?.Number ?? 0) + 1;
        Model = model;
        Duration = duration;
    }

    /// <summary>An attempt that failed.</summary>
    /// <param name="previous">The attempt before this one in its turn.</param>
    /// <param name="model">The model that was tried.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="failure">What went wrong; null where it is read from the exception when somebody asks: see <see cref="StatusOnly"/>.</param>
    /// <param name="exception">What the call threw.</param>
    internal FallbackAttempt(FallbackAttempt? previous, Model model, TimeSpan duration, Failure? failure, Exception exception)
        : this(previous, model, duration)
    {
        _failure = failure;
        Exception = exception;
    }

    /// <summary>The number of the attempt in its turn, from 1.</summary>
    public int Number { get; }

    /// <summary>The model that was tried.</summary>
    public Model Model { get; }

    /// <summary>How long it took, from the call to the answer or the failure; in the trail of a stream, to its first content.</summary>
    public TimeSpan Duration { get; }

    /// <summary>What went wrong; null where the model answered.</summary>
    public Failure? Failure => _failure is null && Exception is not null ? Read(Exception) : _failure;

    /// <summary>
    /// The exception that the call threw; null where it answered, and where the failure came without one. It is the
    /// caller's or the SDK's own object, unlike <see cref="Failure"/> not searched for secrets.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>Whether the model answered.</summary>
    public bool Answered => Exception is null;

    /// <summary>The attempt before this one in its turn: a turn in progress keeps no list, only its last attempt.</summary>
    internal FallbackAttempt? Previous { get; }

    /// <summary>The number, the model, and what came of it.</summary>
    public override string ToString()
    {
        string time = Duration.TotalMilliseconds.ToString("#,0", CultureInfo.InvariantCulture);
        return Failure is null
            ? $"{Number}. {Model}: answered after {time} ms"
            : $"{Number}. {Model}: failed after {time} ms: {Failure}";
    }

    // Two who ask at once get the same object.
    private Failure Read(Exception exception)
    {
        Failure read = StatusOnly.Read((HttpRequestException)exception);
        return Interlocked.CompareExchange(ref _failure, read, null) ?? read;
    }
}
