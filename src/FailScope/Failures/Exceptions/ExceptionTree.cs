namespace FailScope;

/// <summary>An exception and its inner exceptions, outermost first, the last of several retries first. Bounded; cycles are handled.</summary>
internal static class ExceptionTree
{
    private const int MaxCount = 64;

    internal static List<Exception> Flatten(Exception root)
    {
        if (root is not AggregateException && root.InnerException is null)
        {
            return [root];
        }

        var seen = new HashSet<Exception>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Exception>();
        var found = new List<Exception>();
        open.Push(root);
        while (open.Count > 0 && found.Count < MaxCount)
        {
            Exception exception = open.Pop();
            if (!seen.Add(exception))
            {
                continue;
            }

            found.Add(exception);
            if (exception is AggregateException aggregate)
            {
                // The last one pushed, which is the last attempt, is visited first.
                foreach (Exception inner in aggregate.InnerExceptions)
                {
                    open.Push(inner);
                }
            }
            else if (exception.InnerException is { } inner)
            {
                open.Push(inner);
            }
        }

        return found;
    }
}
