using System.Collections;

namespace FailScope;

/// <summary>The models that are left in a turn, in the order of the chain.</summary>
public readonly struct RemainingModels : IReadOnlyCollection<Model>
{
    private readonly FallbackState _state;

    internal RemainingModels(FallbackState state) => _state = state;

    /// <summary>The number of models that are left.</summary>
    public int Count => _state.CountRemaining();

    /// <summary>Enumerates the models without allocating.</summary>
    public Enumerator GetEnumerator() => new(_state);

    IEnumerator<Model> IEnumerable<Model>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates the models that are left.</summary>
    public struct Enumerator : IEnumerator<Model>
    {
        private readonly FallbackState _state;
        private int _position;

        internal Enumerator(FallbackState state)
        {
            _state = state;
            _position = -1;
        }

        /// <inheritdoc/>
        public readonly Model Current => _state.Chain!.At(_position)!;

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            int next = _state.NextPosition(_position + 1);
            if (next < 0)
            {
                return false;
            }

            _position = next;
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _position = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
