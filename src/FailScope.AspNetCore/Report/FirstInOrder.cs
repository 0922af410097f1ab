namespace FailScope.AspNetCore;

/// <summary>Keeps only the first items in an order, and counts all.</summary>
/// <param name="limit">The maximum number of items to keep.</param>
/// <param name="order">The order; no two items should be equal in it.</param>
internal sealed class FirstInOrder<T>(int limit, IComparer<T> order)
{
    // Reversed, so that the last kept item is dequeued first.
    private readonly PriorityQueue<T, T> _kept = new(Comparer<T>.Create((left, right) => order.Compare(right, left)));

    /// <summary>The number of items that were added.</summary>
    internal int Added { get; private set; }

    /// <summary>The number of items that were not kept.</summary>
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

    /// <summary>The kept items, in order.</summary>
    internal T[] ToArray() => [.. _kept.UnorderedItems.Select(kept => kept.Element).Order(order)];
}
