namespace FailScope;

/// <summary>What a sentence means.</summary>
/// <param name="Verdict">The kind, and the evidence in words.</param>
/// <param name="Weight">How strong it is as evidence.</param>
internal readonly record struct PhraseVerdict(Verdict Verdict, PhraseWeight Weight);

/// <summary>Interprets sentences: the phrases of <see cref="PhraseTable"/>, and a sentence whose numbers matter.</summary>
internal static class PhraseRules
{
    // A token, signature or user inside the request: "unknown token in logit_bias", "messages.3.content.0: …".
    private static readonly Phrase PartOfRequest = new(
        "(messages.|messages[|tools.|tools[|contents[|input[|logit_bias|in json|json at|parse json|parsing json|token id|tokenizer|vocabulary|at position|at line|syntax|mcp server|connector)");

    // Rates that are called a quota, or that come with the advice to add credit.
    private static readonly Phrase QuotaPerMinute = new("quota of * (per minute|per second|/minute|/second)");
    private static readonly Phrase Rate = new("(concurrency limit|quota exceeded for metric|quota exceeded for quota metric)");

    private static readonly PhraseIndex Index = new([.. PhraseTable.Rows.SelectMany(row => row.Phrases)]);

    /// <summary>What the texts of a response mean; null if they match nothing.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="status">The status of the response.</param>
    internal static List<PhraseVerdict>? Find(IReadOnlyList<StatedText> texts, int? status)
    {
        List<PhraseVerdict>? found = null;
        Span<bool> begins = stackalloc bool[Index.Count];
        foreach (StatedText text in texts)
        {
            string words = Phrase.Normalize(text.Text);
            if (RequestSize.Find(words) is { } tooLarge)
            {
                (found ??= []).Add(new PhraseVerdict(tooLarge, PhraseWeight.Clear));
            }

            // With a 402 or 429, a sentence that names a model is about billing or a rate.
            if (status is not (402 or 429) && NamedModel.FindRefusal(words) is { } refused)
            {
                (found ??= []).Add(new PhraseVerdict(new Verdict(FailureKind.ModelUnavailable, $"phrase \"{refused}\" after the name of a model"), PhraseWeight.Plain));
            }

            begins.Clear();
            if (Index.Mark(words, begins))
            {
                FindRows(words, begins, status, text.IsUpstream, found ??= []);
            }
        }

        return found;
    }

    private static void FindRows(string words, ReadOnlySpan<bool> begins, int? status, bool isUpstream, List<PhraseVerdict> found)
    {
        int first = 0;
        foreach (PhraseRow row in PhraseTable.Rows)
        {
            ReadOnlySpan<bool> ofRow = begins.Slice(first, row.Phrases.Length);
            first += row.Phrases.Length;
            if (row.CountsBeside(status) && row.Find(words, ofRow) is { } hit)
            {
                FailureKind kind = Narrow(row.Kind, words, status);
                FailureKind seen = isUpstream ? Relay.Translate(kind) : kind;
                found.Add(new PhraseVerdict(new Verdict(seen, $"phrase \"{hit}\""), seen == kind ? row.Weight : PhraseWeight.Plain));
            }
        }
    }

    // A limit, a budget or a subscription of one model does not affect the other models, and neither a part of the
    // request nor the key of an upstream provider is the caller's key.
    private static FailureKind Narrow(FailureKind kind, string words, int? status) => kind switch
    {
        FailureKind.AuthenticationFailed when status is 400 or 422 && PartOfRequest.Find(words) is not null => FailureKind.InvalidRequest,
        FailureKind.AuthenticationFailed when Relay.IsNamedIn(words) => FailureKind.ModelUnavailable,
        FailureKind.RateLimited when status == 413 => FailureKind.RequestTooLarge,
        FailureKind.UsageLimitReached when NamedModel.IsIn(words) => FailureKind.RateLimited,
        FailureKind.KeyBudgetExhausted or FailureKind.CreditExhausted when NamedModel.HasBudget(words) => FailureKind.ModelUnavailable,
        FailureKind.CreditExhausted when NamedModel.NeedsSubscription(words) => FailureKind.ModelUnavailable,
        FailureKind.CreditExhausted when (QuotaPerMinute.Find(words) ?? Rate.Find(words)) is not null => FailureKind.RateLimited,
        _ => kind,
    };
}
