namespace FailScope.Tests.Failures.Corpus;

/// <summary>What a router does with a corpus of failures, over every place of some chains.</summary>
/// <param name="Answers">How many failures there were.</param>
/// <param name="Right">Of how many of them exactly the right models were left, everywhere.</param>
/// <param name="TooMuch">Of how many of them somewhere a model was left out that might have answered.</param>
/// <param name="TooLittle">Of how many of them somewhere a model was left that was bound to fail.</param>
/// <param name="SkippedCalls">How many calls that might have answered were not made.</param>
/// <param name="VainCalls">How many calls that were bound to fail could be made.</param>
/// <param name="LiveKeysCondemned">How many failures were put down to the key although the key is good.</param>
internal sealed record RouterProof(int Answers, int Right, int TooMuch, int TooLittle, int SkippedCalls, int VainCalls, int LiveKeysCondemned)
{
    /// <summary>Plays every failure of the corpus at every place of every chain.</summary>
    /// <param name="rows">The corpus.</param>
    /// <param name="chains">The chains.</param>
    /// <param name="route">What the router takes a failure for; null where it sees none, so that a failure is the answer.</param>
    internal static RouterProof Of(IReadOnlyCollection<ProviderErrorRow> rows, IReadOnlyList<FallbackChain> chains, Func<ProviderErrorRow, FailureKind?> route)
    {
        int right = 0, tooMuch = 0, tooLittle = 0, skipped = 0, vain = 0, condemned = 0;
        foreach (ProviderErrorRow row in rows)
        {
            FailureKind? kind = route(row);

            // Several kinds may be right. The one that counts is the one that the router comes closest to.
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

    // The models before the place have failed, each on its own account.
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
