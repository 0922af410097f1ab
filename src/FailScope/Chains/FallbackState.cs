using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FailScope;

/// <summary>
/// The models that are left in a turn. An immutable value that is safe to copy. For chains of up to 64 models, nothing is
/// allocated; a longer chain allocates one array for each failure.
/// </summary>
/// <example>
/// <code>
/// FallbackState state = Models.Chat.Start();
/// while (state.TryGetNext(out Model? model))
/// {
///     // call the model; on failure:
///     state = state.After(failure.Kind);
/// }
/// </code>
/// </example>
public readonly struct FallbackState : IEquatable<FallbackState>
{
    private readonly FallbackChain? _chain;
    private readonly ulong _word;
    private readonly ulong[]? _words;

    internal FallbackState(FallbackChain? chain, ulong word, ulong[]? words)
    {
        _chain = chain;
        _word = word;
        _words = words;
    }

    /// <summary>The chain of the turn; null for a default value, which has no models.</summary>
    public FallbackChain? Chain => _chain;

    /// <summary>The models that are left, in the order of the chain.</summary>
    public RemainingModels Remaining => new(this);

    /// <summary>Gets the model to try next: the first one that is left.</summary>
    /// <param name="model">The model; null if none is left.</param>
    /// <returns>Whether a model is left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetNext([NotNullWhen(true)] out Model? model)
    {
        // A short chain has no words. If no bit is set, the number of trailing zeros is 64, which is not a position of any short chain.
        model = _words is null && _chain is not null
            ? _chain.At(BitOperations.TrailingZeroCount(_word))
            : FirstOfLong(_chain, _words);
        return model is not null;
    }

    /// <summary>The state after the next model, the one that <see cref="TryGetNext"/> returns, has failed.</summary>
    /// <param name="kind">
    /// The kind of failure. A terminal kind retires only the model itself, for callers that choose to fall back after it.
    /// </param>
    /// <returns>The new state; this one does not change.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a named value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FallbackState After(FailureKind kind)
    {
        // When this is inlined, the state of a short chain stays in registers from one failure to the next.
        ulong word;
        ulong[]? words;
        if (_words is null && _chain is not null)
        {
            // The lowest bit is the failed model. It is cleared even if the table does not retire it; otherwise the model would be called forever.
            word = _word & (_word - 1) & ~_chain.ShortMask(BitOperations.TrailingZeroCount(_word), kind);
            words = null;
        }
        else
        {
            word = 0;
            words = AfterFirstOfLong(_chain, _words, kind);
        }

        return new FallbackState(_chain, word, words);
    }

    /// <summary>The state after any model of the chain has failed, whether or not it was the next one.</summary>
    /// <param name="kind">The kind of failure.</param>
    /// <param name="model">The model that failed.</param>
    /// <exception cref="ArgumentException">The model is not in this chain.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a named value.</exception>
    public FallbackState After(FailureKind kind, Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        FailureTable.ThrowIfNotDefined(kind);
        int position = _chain?.PositionOf(model) ?? -1;
        if (position < 0)
        {
            throw new ArgumentException($"The model '{model.Name}' is not in the chain '{_chain?.Name}'.", nameof(model));
        }

        return _words is null
            ? new FallbackState(_chain, _word & ~(1UL << position) & ~_chain!.ShortMask(position, kind), null)
            : new FallbackState(_chain, 0, AfterLong(_chain!, _words, position, kind));
    }

    /// <summary>Whether the model is left.</summary>
    /// <param name="model">A model. If it is not in this chain, the result is false.</param>
    public bool Contains(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        int position = _chain?.PositionOf(model) ?? -1;
        return position >= 0 && NextPosition(position) == position;
    }

    /// <inheritdoc/>
    public bool Equals(FallbackState other) =>
        ReferenceEquals(_chain, other._chain)
        && _word == other._word
        && _words.AsSpan().SequenceEqual(other._words);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is FallbackState other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_chain);
        hash.Add(_word);
        foreach (ulong word in _words.AsSpan())
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether the same models of the same chain are left.</summary>
    public static bool operator ==(FallbackState left, FallbackState right) => left.Equals(right);

    /// <summary>Whether different models, or models of different chains, are left.</summary>
    public static bool operator !=(FallbackState left, FallbackState right) => !left.Equals(right);

    /// <summary>The names of the models that are left.</summary>
    public override string ToString() => string.Join(", ", Remaining.Select(model => model.Name));

    internal int CountRemaining()
    {
        int count = BitOperations.PopCount(_word);
        foreach (ulong word in _words.AsSpan())
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>The first position at or after this one whose model is left; -1 if there is none.</summary>
    internal int NextPosition(int from)
    {
        if (_words is null)
        {
            ulong word = from < 64 ? _word & (ulong.MaxValue << from) : 0;
            return word == 0 ? -1 : BitOperations.TrailingZeroCount(word);
        }

        for (int i = from / 64; i < _words.Length; i++)
        {
            ulong word = i == from / 64 ? _words[i] & (ulong.MaxValue << (from % 64)) : _words[i];
            if (word != 0)
            {
                return (i * 64) + BitOperations.TrailingZeroCount(word);
            }
        }

        return -1;
    }

    /// <summary>The state without the models of a mask, which is one word, or several words for a long chain.</summary>
    internal FallbackState Without(ulong word, ulong[]? words)
    {
        if (_words is null)
        {
            return new FallbackState(_chain, _word & ~word, null);
        }

        ulong[] left = [.. _words];
        for (int i = 0; i < left.Length; i++)
        {
            left[i] &= ~words![i];
        }

        return new FallbackState(_chain, 0, left);
    }

    /// <summary>Whether no model is left.</summary>
    internal bool IsEmpty => NextPosition(0) < 0;

    /// <summary>The state without the next model, which is skipped.</summary>
    internal FallbackState WithoutNext() => After(FailureKind.Unknown);

    /// <summary>The state with only the model at a position.</summary>
    internal FallbackState Only(int position)
    {
        if (_words is null)
        {
            return new FallbackState(_chain, 1UL << position, null);
        }

        var words = new ulong[_words.Length];
        words[position / 64] = 1UL << (position % 64);
        return new FallbackState(_chain, 0, words);
    }

    // For a long chain, or no chain. This code stays out of the inlined caller, and it takes the parts of the state instead of the state
    // itself: a struct whose address is passed is kept in memory instead of registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Model? FirstOfLong(FallbackChain? chain, ulong[]? words) =>
        words is null ? null : chain!.At(FirstPosition(chain, words));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong[]? AfterFirstOfLong(FallbackChain? chain, ulong[]? words, FailureKind kind)
    {
        FailureTable.ThrowIfNotDefined(kind);
        return words is not null && FirstPosition(chain, words) is >= 0 and int position ? AfterLong(chain!, words, position, kind) : words;
    }

    private static int FirstPosition(FallbackChain? chain, ulong[] words) => new FallbackState(chain, 0, words).NextPosition(0);

    private static ulong[] AfterLong(FallbackChain chain, ulong[] before, int position, FailureKind kind)
    {
        ReadOnlySpan<ulong> mask = chain.LongMask((position * RetireTableLayout.Effects) + FailureTable.EffectOf(kind));
        ulong[] words = [.. before];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] &= ~mask[i];
        }

        words[position / 64] &= ~(1UL << (position % 64));
        return words;
    }
}
