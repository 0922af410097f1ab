namespace FailScope;

/// <summary>
/// Decides whose allowance is used up: the budget of one key, the free requests of the account, the usage window of a plan. A status, a code or
/// single words often say only that some allowance is. A sentence that says so as well, and names the owner, is more specific.
/// </summary>
internal static class Allowance
{
    private static readonly char[] SentenceEnds = ['.', '!', '?', ';', '。', '；'];

    /// <summary>The cause, narrowed to the owner of the allowance if a sentence names one.</summary>
    internal static Verdict Narrow(Verdict cause, ErrorEvidence evidence)
    {
        if (cause.Kind is not (FailureKind.CreditExhausted or FailureKind.UsageLimitReached or FailureKind.RateLimited
            or FailureKind.ModelUnavailable or FailureKind.AuthenticationFailed or FailureKind.InvalidRequest or FailureKind.Unknown))
        {
            return cause;
        }

        bool isPaymentRequired = (evidence.StatedStatus ?? evidence.HttpStatus) == 402;
        foreach (StatedText text in evidence.Texts)
        {
            string words = text.IsUpstream ? "" : Phrase.Normalize(text.Text);
            if (FindOwner(words, cause.Kind, isPaymentRequired) is { } owner)
            {
                return new Verdict(owner.Kind, $"{cause.Evidence}, narrowed by the word \"{owner.Word}\"", cause.Code);
            }
        }

        return cause;
    }

    private static (FailureKind Kind, string Word)? FindOwner(ReadOnlySpan<char> words, FailureKind cause, bool isPaymentRequired)
    {
        bool returns = AllowanceWords.Returns.Find(words) is not null;
        while (!words.IsEmpty)
        {
            int end = FindEnd(words);
            if (FindOwnerIn(words[..end], cause, isPaymentRequired, returns) is { } owner)
            {
                return owner;
            }

            words = words[end..].TrimStart(SentenceEnds).TrimStart();
        }

        return null;
    }

    private static (FailureKind Kind, string Word)? FindOwnerIn(ReadOnlySpan<char> sentence, FailureKind cause, bool isPaymentRequired, bool returns)
    {
        // "Two bills are open, so your organization is locked."
        if (cause == FailureKind.AuthenticationFailed && WordList.IsIn(sentence, AllowanceWords.Account) && WordList.Find(sentence, AllowanceWords.Bill) is { } bill)
        {
            return (FailureKind.CreditExhausted, bill);
        }

        bool isUsedUp = WordList.IsIn(sentence, AllowanceWords.UsedUp) || AllowanceWords.NothingLeft.Find(sentence) is not null;
        if ((!isUsedUp && !WordList.IsIn(sentence, AllowanceWords.Over)) || WordList.IsIn(sentence, AllowanceWords.Rate) || NamedModel.IsIn(sentence.ToString()))
        {
            return null;
        }

        if (FindKey(sentence, cause) is { } key)
        {
            return (FailureKind.KeyBudgetExhausted, key);
        }

        if (WordList.Find(sentence, AllowanceWords.Money) is { } money)
        {
            // "Team 'a' is over its budget, all of its keys are blocked."
            return isUsedUp && cause == FailureKind.AuthenticationFailed && WordList.IsIn(sentence, AllowanceWords.Account) ? (FailureKind.CreditExhausted, money) : null;
        }

        if (FindFree(sentence) is { } free)
        {
            return (FailureKind.FreeQuotaExhausted, free);
        }

        // With a 402, a plan that is used up has to be paid for, unless its allowance comes back by itself.
        bool isWindow = returns || (!isPaymentRequired && WordList.IsIn(sentence, AllowanceWords.Window));
        return isUsedUp && isWindow && WordList.Find(sentence, AllowanceWords.Plan) is { } plan
            ? (FailureKind.UsageLimitReached, plan)
            : null;
    }

    // A rate limit of a key is no budget, the key of a malformed request may be one in its JSON, and if an account is named too, the
    // allowance is the account's.
    private static string? FindKey(ReadOnlySpan<char> sentence, FailureKind cause)
    {
        bool isCapped = WordList.IsIn(sentence, AllowanceWords.Cap) || sentence.ContainsAny(AllowanceWords.Currencies)
            || (cause is not (FailureKind.RateLimited or FailureKind.ModelUnavailable or FailureKind.InvalidRequest) && WordList.IsIn(sentence, AllowanceWords.Limit));
        return isCapped && cause != FailureKind.UsageLimitReached
            && (AllowanceWords.OfKey.Find(sentence) is not null || !WordList.IsIn(sentence, AllowanceWords.Account))
            ? WordList.Find(sentence, AllowanceWords.Key)
            : null;
    }

    private static string? FindFree(ReadOnlySpan<char> sentence) =>
        AllowanceWords.NotForFree.Find(sentence) is null && WordList.IsIn(sentence, AllowanceWords.Units) ? WordList.Find(sentence, AllowanceWords.Free) : null;

    // A point inside a number or a name does not end a sentence.
    private static int FindEnd(ReadOnlySpan<char> words)
    {
        for (int at = words.IndexOfAny(SentenceEnds); at >= 0;)
        {
            if (at + 1 == words.Length || words[at + 1] == ' ' || !char.IsAscii(words[at]))
            {
                return at + 1;
            }

            int next = words[(at + 1)..].IndexOfAny(SentenceEnds);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return words.Length;
    }
}
