namespace FailScope;

/// <summary>What a sentence says.</summary>
/// <param name="Verdict">The kind and the evidence in words.</param>
/// <param name="IsMoney">Whether it speaks of money or an allowance, which counts as much as a code.</param>
internal readonly record struct PhraseVerdict(Verdict Verdict, bool IsMoney);

/// <summary>Phrases narrow enough to mean one thing. An asterisk stands for a gap within the sentence.</summary>
internal static class PhraseTable
{
    private static readonly (FailureKind Kind, bool IsMoney, string[] Phrases)[] Rows =
    [
        (FailureKind.FreeQuotaExhausted, true,
        [
            "free-models-per-day", "free-models-per-min", // OpenRouter
        ]),
        (FailureKind.KeyBudgetExhausted, true,
        [
            "key limit exceeded", "create a key with a higher", // OpenRouter
            "budget has been exceeded", // LiteLLM
        ]),
        (FailureKind.CreditExhausted, true,
        [
            "insufficient balance", "insufficient credit", "insufficient fund", "balance is insufficient", "not enough credit",
            "credit balance is too low", "credits are depleted", "out of credit", "run out of funds", "run out of credit",
            "used all available credits", "reached its monthly spending limit", "monthly spending limit", "spending limit",
            "requires more credits", "exceeded your monthly included credits", "account balance is", "top up your balance",
            "usage limits. you will regain access", "billing hard limit", "account is not active, please check your billing",
            "billing or payment information", "failure to pay", "good standing", "free allocation of",
            "余额不足", "欠费", "账户余额", "请充值", "额度不足",
        ]),
        (FailureKind.CreditExhausted, false,
        [
            "check your plan and billing",
        ]),
        (FailureKind.ContextLengthExceeded, false,
        [
            "prompt is too long", "input is too long", "exceeds the context window", "maximum context length", "context length of the model",
            "exceeds the available context size", "greater than the context length", "maximum prompt length is",
            "reduce the length of the messages", "input token count * exceeds the maximum", "context window exceeds limit",
            "exceeded model token limit", "context length exceeded", "prompt token count of * exceeds the limit", "context_length_exceeded",
            "超长", "上下文长度", "输入过长",
        ]),
        (FailureKind.ContentFiltered, false,
        [
            "content management policy", "was flagged", "flagged as potentially", "usage policy", "usage policies", "considered high risk",
            "content policy", "safety system", "prompt injection patterns detected", "inappropriate content", "content filter",
            "敏感内容", "不安全或敏感", "敏感信息", "违规内容",
        ]),
        (FailureKind.AuthenticationFailed, false,
        [
            "invalid api key", "incorrect api key", "valid api key", "api key expired", "api key not found", "api key not valid",
            "invalid or missing api key", "missing api key", "no api key", "didn't provide an api key", "invalid subscription key",
            "invalid username or password", "no auth credentials", "no cookie auth credentials", "invalid authentication", "invalid token",
            "invalid credentials", "consumer suspended", "login fail", "account has been deactivated", "user not found",
            "未收到authorization", "身份验证", "令牌", "token非法", "密钥",
        ]),
        (FailureKind.ModelUnavailable, false,
        [
            "model * does not exist", "model * not found", "not found the model", "unknown model", "invalid model", "no such model",
            "not a valid model", "model * has been decommissioned", "model * has been deprecated", "model * no longer supported",
            "model * not available", "model * not supported", "unsupported model", "model or endpoint * does not exist",
            "access to the model", "no endpoints found", "no endpoints for", "no allowed providers", "on-demand throughput isn't supported",
            "degraded function cannot be invoked", "not found for account", "denied by a routing rule", "does not support tool",
            "does not support image", "try pulling it first", "encountered while running the model", "deployment for this resource does not exist",
            "模型不存在",
        ]),
        (FailureKind.ProviderUnreachable, false,
        [
            "user location is not supported", "country, region, or territory not supported", "request not allowed",
        ]),
        (FailureKind.RateLimited, false,
        [
            "rate limit", "rate-limited", "too many requests", "并发数过高", "请求过于频繁", "速率限制",
        ]),
        (FailureKind.Overloaded, false,
        [
            "currently overloaded", "temporarily overloaded", "访问量过大",
        ]),
    ];

    private const int MaxGap = 160;

    internal static List<PhraseVerdict> Find(IReadOnlyList<StatedText> texts)
    {
        var found = new List<PhraseVerdict>();
        foreach (StatedText text in texts)
        {
            string words = Words(text.Text);
            Afford.Find(words, text.IsUpstream, found);
            foreach ((FailureKind kind, bool isMoney, string[] phrases) in Rows)
            {
                if (Array.Find(phrases, phrase => Occurs(words, phrase)) is { } hit)
                {
                    FailureKind seen = text.IsUpstream ? Relay.Translate(kind) : kind;
                    found.Add(new PhraseVerdict(new Verdict(seen, $"phrase \"{hit}\""), isMoney && seen == kind));
                }
            }
        }

        return found;
    }

    /// <summary>Lower case, straight apostrophes, single spaces.</summary>
    private static string Words(string text)
    {
        var words = new System.Text.StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (words.Length > 0 && words[^1] != ' ')
                {
                    words.Append(' ');
                }
            }
            else
            {
                words.Append(c == '\u2019' ? '\'' : char.ToLowerInvariant(c));
            }
        }

        return words.ToString();
    }

    private static bool Occurs(ReadOnlySpan<char> words, string phrase)
    {
        int gap = phrase.IndexOf(" * ", StringComparison.Ordinal);
        if (gap < 0)
        {
            return words.IndexOf(phrase, StringComparison.Ordinal) >= 0;
        }

        ReadOnlySpan<char> first = phrase.AsSpan(0, gap + 1);
        ReadOnlySpan<char> second = phrase.AsSpan(gap + 3);
        for (int at = words.IndexOf(first, StringComparison.Ordinal); at >= 0;)
        {
            ReadOnlySpan<char> after = words[(at + first.Length)..];
            if (after[..Math.Min(after.Length, MaxGap)].IndexOf(second, StringComparison.Ordinal) >= 0)
            {
                return true;
            }

            int next = after.IndexOf(first, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + first.Length + next;
        }

        return false;
    }
}
