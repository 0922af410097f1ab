namespace FailScope.Extensions.AI.Tests.Optimality;

/// <summary>
/// All turns of one chain: the model that is called next may answer, or fail in any possible way. Turns that
/// reach the same situation continue in the same way. They are followed once, but each is counted.
/// </summary>
internal sealed class WalkTree
{
    private static readonly FailureKind[] Kinds = Enum.GetValues<FailureKind>();
    private static readonly FailureKind[] Terminal = [FailureKind.ContentFiltered, FailureKind.InvalidRequest, FailureKind.Cancelled];

    private readonly ChainShape _shape;
    private readonly FallbackChain _chain;
    private readonly bool[,][] _mayAnswer;
    private readonly Dictionary<FallbackState, (long Walks, long Calls)> _seen = [];
    private long _failures;

    private WalkTree(ChainShape shape)
    {
        _shape = shape;
        _chain = shape.Build();
        _mayAnswer = new bool[shape.Count, Kinds.Length][];
        for (int model = 0; model < shape.Count; model++)
        {
            foreach (FailureKind kind in Kinds)
            {
                var known = new World(shape);
                known.Break(model, kind);
                _mayAnswer[model, (int)kind] = [.. Enumerable.Range(0, shape.Count).Select(known.Answers)];
            }
        }
    }

    /// <summary>Follows all turns, and at each step compares the remaining models with those that may answer.</summary>
    internal static void Follow(ChainShape shape, Tally tally)
    {
        var tree = new WalkTree(shape);
        var all = new bool[shape.Count];
        Array.Fill(all, true);
        FallbackState start = tree._chain.Start();
        tree.Compare(start, all, -1, null);
        (long walks, long calls) = tree.Visit(start, all);
        tally.Add(1, tree._seen.Count, tree._failures, walks, calls);
    }

    private (long Walks, long Calls) Visit(FallbackState state, bool[] left)
    {
        if (_seen.TryGetValue(state, out (long Walks, long Calls) counted))
        {
            return counted;
        }

        // The turn was answered, or was ended by a terminal failure.
        (long walks, long calls) = (1, 0);
        int called = Array.IndexOf(left, true);
        foreach (FailureKind kind in Kinds)
        {
            // Everything that a model depends on works while the model may answer, and is broken if it has failed. A resource that is broken
            // after one of two failures is broken after both, so the models that may answer after both are those that may answer after each.
            var next = new bool[left.Length];
            for (int model = 0; model < next.Length; model++)
            {
                next[model] = left[model] && _mayAnswer[called, (int)kind][model];
            }

            FallbackState after = state.After(kind);
            Compare(after, next, called, kind);
            _failures++;
            (long nextWalks, long nextCalls) = Array.IndexOf(Terminal, kind) >= 0 || Array.IndexOf(next, true) < 0 ? (1, 0) : Visit(after, next);
            walks += nextWalks;
            calls += nextCalls;
        }

        _seen.Add(state, (walks, calls + walks));
        return (walks, calls + walks);
    }

    private void Compare(FallbackState state, bool[] expected, int called, FailureKind? kind)
    {
        int position = 0;
        foreach (Model model in state.Remaining)
        {
            while (position < expected.Length && !expected[position])
            {
                position++;
            }

            if (position == expected.Length || _chain.Models[position] != model)
            {
                Fail($"{model.Name} is left and cannot answer, or one before it is lost");
            }

            position++;
        }

        int lost = position < expected.Length ? Array.IndexOf(expected, true, position) : -1;
        if (lost >= 0)
        {
            Fail($"M{lost} is retired although it may answer");
        }

        int first = Array.IndexOf(expected, true);
        if (state.TryGetNext(out Model? next) ? first < 0 || next != _chain.Models[first] : first >= 0)
        {
            Fail($"the next model is {next?.Name} and not M{first}");
        }

        void Fail(string what) => Assert.Fail($"{(kind is null ? "At the start" : $"After {kind} of M{called}")}: {what}. {_shape}");
    }
}
