namespace FailScope.AspNetCore;

/// <summary>Of many things the first in an order, and how many there were. The others are not kept.</summary>
/// <param name="limit">The most that are kept.</param>
/// <param name="order">The order; no two things should be equal in it.</param>
internal sealed class FirstInOrder<T>(int limit, IComparer<T> order)
{
    // The last of those that are kept comes out first.
    private readonly PriorityQueue<T, T> _kept = new(Comparer<T>.Create((left, right) => order.Compare(right, left)));

    /// <summary>How many were added.</summary>
    internal int Added { get; private set; }

    /// <summary>How many of them are not kept.</summary>
    internal int NotKept => Added - _kept.Count;

    internal void Add(T item)
    {
        Added++;
        if (_kept.Count < limit)
        {
            _kept.Enqueue(item, item);
        }
        else if (limit > 0)
        {
            _kept.EnqueueDequeue(item, item);
        }
    }

    /// <summary>Those that are kept, in their order.</summary>
    internal T[] ToArray() => [.. _kept.UnorderedItems.Select(kept => kept.Element).Order(order)];
}
