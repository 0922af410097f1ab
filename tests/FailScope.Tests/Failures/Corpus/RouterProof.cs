namespace FailScope.Tests.Failures.Corpus;

/// <summary>How a router handles a corpus of failures, at every position of some chains.</summary>
/// <param name="Answers">The number of failures.</param>
/// <param name="Right">For how many of them exactly the right models were left, at all positions.</param>
/// <param name="TooMuch">For how many of them a model that might have answered was retired, at some position.</param>
/// <param name="TooLittle">For how many of them a model that was bound to fail was left, at some position.</param>
/// <param name="SkippedCalls">The number of calls that might have been answered but were not made.</param>
/// <param name="VainCalls">The number of calls that were bound to fail but could be made.</param>
/// <param name="LiveKeysCondemned">The number of failures that were attributed to the key although the key is valid.</param>
internal sealed record RouterProof(int Answers, int Right, int TooMuch, int TooLittle, int SkippedCalls, int VainCalls, int LiveKeysCondemned)
{
    /// <summary>Plays every failure of the corpus at every position of every chain.</summary>
    /// <param name="rows">The corpus.</param>
    /// <param name="chains">The chains.</param>
    /// <param name="route">The router's kind for a failure; null if it treats the failure as a response.</param>
    internal static RouterProof Of(IReadOnlyCollection<ProviderErrorRow> rows, IReadOnlyList<FallbackChain> chains, Func<ProviderErrorRow, FailureKind?> route)
    {
        int right = 0, tooMuch = 0, tooLittle = 0, skipped = 0, vain = 0, condemned = 0;
        foreach (ProviderErrorRow row in rows)
        {
            FailureKind? kind = route(row);

            // Several kinds may be correct. The one that is closest to the router's result is used.
            (int skippedHere, int vainHere) = row.RightKinds.Select(rightKind => Compare(chains, rightKind, kind)).MinBy(calls => calls.Skipped + calls.Vain);
            right += skippedHere + vainHere == 0 ? 1 : 0;
            tooMuch += skippedHere > 0 ? 1 : 0;
            tooLittle += vainHere > 0 ? 1 : 0;
            skipped += skippedHere;
            vain += vainHere;
            condemned += kind == FailureKind.AuthenticationFailed && !row.RightKinds.Contains(FailureKind.AuthenticationFailed) ? 1 : 0;
        }

        return new RouterProof(rows.Count, right, tooMuch, tooLittle, skipped, vain, condemned);
    }

    private static (int Skipped, int Vain) Compare(IReadOnlyList<FallbackChain> chains, FailureKind right, FailureKind? routed)
    {
        int skipped = 0;
        int vain = 0;
        foreach (FallbackChain chain in chains)
        {
            for (int position = 0; position < chain.Models.Count; position++)
            {
                Model[] mightAnswer = LeftAfter(chain, position, right);
                Model[] left = LeftAfter(chain, position, routed);
                skipped += mightAnswer.Except(left).Count();
                vain += left.Except(mightAnswer).Count();
            }
        }

        return (skipped, vain);
    }

    // The models before the position have failed independently.
    private static Model[] LeftAfter(FallbackChain chain, int position, FailureKind? kind)
    {
        FallbackState state = chain.Start();
        for (int i = 0; i < position && state.TryGetNext(out _); i++)
        {
            state = state.After(FailureKind.Unknown);
        }

        return kind is { } known && state.TryGetNext(out _) && !new Failure(known).IsTerminal ? [.. state.After(known).Remaining] : [];
    }
}
