using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FailScope;

/// <summary>
/// How far a turn has come: which models of a chain are left. An immutable value; copying it is safe. Chains of up to 64
/// models allocate nothing; a longer one allocates one array for each retirement.
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

    /// <summary>The chain that the turn walks down; null for a default value, which has no models.</summary>
    public FallbackChain? Chain => _chain;

    /// <summary>What is left, in the order of the chain.</summary>
    public RemainingModels Remaining => new(this);

    /// <summary>The model to try next: the first that is left.</summary>
    /// <param name="model">The model; null where none is left.</param>
    /// <returns>Whether one is left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetNext([NotNullWhen(true)] out Model? model)
    {
        // A short chain has no words. Of an empty word the number of zeros is 64, a position that no short chain has.
        model = _words is null && _chain is not null
            ? _chain.At(BitOperations.TrailingZeroCount(_word))
            : FirstOfLong(_chain, _words);
        return model is not null;
    }

    /// <summary>What is left after the next model, the one that <see cref="TryGetNext"/> gives, failed.</summary>
    /// <param name="kind">
    /// What went wrong. A terminal kind retires the model alone, for a caller who has chosen to fall back on it.
    /// </param>
    /// <returns>The state to go on with; this one does not change.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a named value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FallbackState After(FailureKind kind)
    {
        // Inlined, a short chain's state stays in registers from one failure to the next.
        ulong word;
        ulong[]? words;
        if (_words is null && _chain is not null)
        {
            // The lowest bit is the failing model. It is cleared even where the table does not retire it: a model that stays is called again without end.
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

    /// <summary>What is left after a model of the chain failed, whether or not it was the next one.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="model">The model that failed.</param>
    /// <exception cref="ArgumentException">The model is not of this chain.</exception>
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
    /// <param name="model">A model; one that is not of this chain is not left.</param>
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

    /// <summary>Whether other models, or models of another chain, are left.</summary>
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

    /// <summary>The first position at or after this one that is left; -1 where none is.</summary>
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

    /// <summary>What is left without the models of a mask: of one word, or of several for a long chain.</summary>
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

    /// <summary>What is left without the next model, which is passed over.</summary>
    internal FallbackState WithoutNext() => After(FailureKind.Unknown);

    /// <summary>The model at a position alone.</summary>
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

    // Of a long chain, or of no chain at all. What is done for them stays out of the caller's code, and takes the state apart:
    // a state whose address goes anywhere is kept in memory.
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
