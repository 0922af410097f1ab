using System.Globalization;

namespace FailScope;

/// <summary>One model of a chain, tried.</summary>
public sealed class FallbackAttempt
{
    internal FallbackAttempt(FallbackAttempt? previous, Model model, TimeSpan duration, Failure? failure, Exception? exception)
    {
        Previous = previous;
        Number = (previous?.Number ?? 0) + 1;
        Model = model;
        Duration = duration;
        Failure = failure;
        Exception = exception;
    }

    /// <summary>The number of the attempt in its turn, from 1.</summary>
    public int Number { get; }

    /// <summary>The model that was tried.</summary>
    public Model Model { get; }

    /// <summary>How long it took, from the call to the answer or the failure; in the trail of a stream, to its first content.</summary>
    public TimeSpan Duration { get; }

    /// <summary>What went wrong; null where the model answered.</summary>
    public Failure? Failure { get; }

    /// <summary>
    /// The exception that the call threw; null where it answered, and where the failure came without one. It is the
    /// caller's or the SDK's own object, unlike <see cref="Failure"/> not searched for secrets.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>Whether the model answered.</summary>
    public bool Answered => Failure is null;

    /// <summary>The attempt before this one in its turn: a turn in progress keeps no list, only its last attempt.</summary>
    internal FallbackAttempt? Previous { get; }

    /// <summary>The number, the model, and what came of it.</summary>
    public override string ToString()
    {
        string time = Duration.TotalMilliseconds.ToString("#,0", CultureInfo.InvariantCulture);
        return Failure is null
            ? $"{Number}. {Model}: answered after {time} ms"
            : $"{Number}. {Model}: {Failure}, after {time} ms";
    }
}
