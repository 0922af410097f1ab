namespace FailScope;

/// <summary>Finds when to try again from all evidence in a response.</summary>
internal static class RetryHints
{
    // Zhipu and Z.ai use China's time zone without naming it, even in English sentences.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>
    /// Fields that directly say when to try again come first (<c>Retry-After</c>, <c>retryDelay</c>), then sentences. Reset headers are sent
    /// with every response, so they are used only if a limit was reached. Last, a short window that the response names ends after its length.
    /// </summary>
    internal static RetryHint Read(ErrorEvidence evidence, FailureKind kind, DateTimeOffset now)
    {
        RetryHint hint = default;
        foreach (StatedTime time in evidence.Times)
        {
            hint = hint.Or(ReadRetry(time, now));
        }

        TimeSpan assumedZone = IsZhipuWindow(evidence) ? China : TimeSpan.Zero;
        for (int i = 0; i < evidence.Texts.Count && hint.IsNone; i++)
        {
            hint = SentenceTime.Read(evidence.Texts[i].Text, now, assumedZone);
        }

        if (hint.IsNone && FailureTable.RuleOf(kind).IsLimit)
        {
            hint = ReadResets(evidence.Times, now);
        }

        if (hint.IsNone && kind is FailureKind.FreeQuotaExhausted or FailureKind.UsageLimitReached)
        {
            hint = NamedWindow.Read(evidence);
        }

        return hint.ClampedFor(kind);
    }

    private static bool IsZhipuWindow(ErrorEvidence evidence)
    {
        foreach (StatedCode code in evidence.Codes)
        {
            if (code is { Place: CodePlace.Error, Text: "1308" or "1310" })
            {
                return true;
            }
        }

        return false;
    }

    private static RetryHint ReadRetry(in StatedTime time, DateTimeOffset now) => time.Name switch
    {
        "retryafterms" or "xmsretryafterms" => TimeText.ReadMilliseconds(time.Text) with { Source = time.Source },
        "retryafter" or "retryafterseconds" or "retrydelay" or "retryin" or "waitseconds" or "cooldownseconds" =>
            TimeText.Read(time.Text, now) with { Source = time.Source },
        _ => default,
    };

    // If headers say how much of each limit remains, only the exhausted limits are used. Otherwise the latest reset is used.
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

            RetryHint hint = TimeText.Read(time.Text, now) with { Source = time.Source };
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
