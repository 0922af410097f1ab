namespace FailScope;

/// <summary>Finds when to try again among everything an answer says.</summary>
internal static class RetryHints
{
    /// <summary>
    /// What answers this very question comes first (<c>Retry-After</c>, <c>retryDelay</c>), then a sentence. Reset headers come with
    /// every answer and count only where a limit was hit.
    /// </summary>
    internal static RetryHint Read(ErrorEvidence evidence, FailureKind kind, DateTimeOffset now)
    {
        RetryHint hint = default;
        foreach (StatedTime time in evidence.Times)
        {
            hint = hint.Or(ReadRetry(time, now));
        }

        for (int i = 0; i < evidence.Texts.Count && hint.IsNone; i++)
        {
            hint = SentenceTime.Read(evidence.Texts[i].Text, now);
        }

        return hint.IsNone && FailureTable.RuleOf(kind).IsLimit ? ReadResets(evidence.Times, now) : hint;
    }

    private static RetryHint ReadRetry(in StatedTime time, DateTimeOffset now) => time.Name switch
    {
        "retryafterms" or "xmsretryafterms" => TimeText.ReadMilliseconds(time.Text),
        "retryafter" or "retryafterseconds" or "retrydelay" or "retryin" or "waitseconds" or "cooldownseconds" => TimeText.Read(time.Text, now),
        _ => default,
    };

    // Where headers tell how much is left of each allowance, only those count of which nothing is. Otherwise the latest reset.
    private static RetryHint ReadResets(IReadOnlyList<StatedTime> times, DateTimeOffset now)
    {
        RetryHint latest = default;
        RetryHint exhausted = default;
        foreach (StatedTime time in times)
        {
            if (!time.Name.Contains("reset", StringComparison.Ordinal) && time.Name != "nextflushtime")
            {
                continue;
            }

            RetryHint hint = TimeText.Read(time.Text, now);
            latest = latest.Or(hint);
            if (IsExhausted(time.Name, times))
            {
                exhausted = exhausted.Or(hint);
            }
        }

        return exhausted.IsNone ? latest : exhausted;
    }

    private static bool IsExhausted(string resetName, IReadOnlyList<StatedTime> times)
    {
        string remainingName = resetName.Replace("reset", "remaining", StringComparison.Ordinal);
        foreach (StatedTime time in times)
        {
            if (time.Name == remainingName && time.Text == "0")
            {
                return true;
            }
        }

        return false;
    }
}
