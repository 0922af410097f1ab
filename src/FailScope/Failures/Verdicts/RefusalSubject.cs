namespace FailScope;

/// <summary>
/// Decides what a refusal (a 401, a 403, or a code that restates one) is about if there is no stronger evidence. It retires the key only
/// if the text is about a key or permission, or if there is no text. The order of evidence is
/// <list type="number">
/// <item>codes and phrases that name a cause (<see cref="EvidenceRules"/>); among these, causes other than the key take precedence
/// (<see cref="Verdict.Better"/>);</item>
/// <item>single words about something else: money, the network, a model, a plan, a region, a verification, terms, a limit;</item>
/// <item>single words about a key or permission, a code about authentication, or no text at all: the key.</item>
/// </list>
/// A text about none of these retires only the model. So does a response without a text that names a model.
/// </summary>
internal static class RefusalSubject
{
    // The first row with a matching word is used. "limit*" matches every word with this beginning. A limit that does not say what it applies
    // to belongs to the model.
    internal static readonly (FailureKind Kind, string[] Words)[] Others =
    [
        (FailureKind.CreditExhausted, ["quota*", "budget*", "credit", "credits", "balance*", "bill*", "payment*", "funds", "spend*", "crédit*", "solde", "guthaben", "kontingent*", "saldo", "残高", "クレジット", "잔액", "크레딧", "баланс", "кредит", "квот", "额度", "余额", "配额", "预算", "账单", "积分", "点数", "资源包"]),
        (FailureKind.RateLimited, ["concurren*"]),
        (FailureKind.ProviderUnreachable, ["network*", "vpn", "proxy", "firewall*"]),
        (FailureKind.ModelUnavailable, ["model", "modèle*", "modell*", "modelo*", "モデル", "모델", "модел", "engine*", "file", "cachedcontent", "bucket", "deployment*", "plan", "plans", "package*", "tier*", "trial*", "upgrade*", "membership*", "subscription*", "verif*", "terms", "licen*", "agreement*", "region*", "country", "countries", "territor*", "模型", "套餐", "实名", "地区", "区域", "国家", "协议"]),
        // These words also occur in sentences about a model or a plan, so they come after the words for those.
        (FailureKind.ProviderUnreachable, ["vpns", "proxies", "geoblock*", "sanction*", "jurisdiction*", "location", "captcha*", "bot"]),
        (FailureKind.ContentFiltered, ["moderation", "moderated", "nsfw", "jailbreak*"]),
        (FailureKind.CreditExhausted, ["unpaid", "paid", "invoice*", "owe*", "prepaid", "wallet", "price*", "usd", "charged", "allotment*"]),
        (FailureKind.RateLimited, ["limit*", "usage", "allowance*", "exceed*", "consumed", "rate", "rps", "rpm", "tpm", "qps", "límite*", "制限", "한도", "제한", "лимит", "上限", "限额", "次数"]),
    ];

    private static readonly string[] Key =
    [
        "key", "keys", "apikey*", "api_key*", "x-api-key", "token", "credential*", "auth*", "oauth*", "unauth*", "not-authorized", "bearer", "jwt*", "secret*", "signature*", "password*",
        "log", "login*", "logged", "sign", "signed", "session*", "permission*", "permitted", "privilege*", "role*", "forbidden", "denied", "allowlist*", "whitelist*", "referer*", "referrer*",
        "caller*", "principal*", "identity", "401", "403",
        "权限", "无权", "禁止", "登录",
        "schlüssel", "zugriffstoken", "anmeldung", "clé", "identifiants", "autorisation", "clave", "chave", "credenciales", "autorización", "キー", "認証", "키", "인증", "ключ", "токен", "авторизац",
    ];

    private static readonly string[] Reasons = [" due to ", " because ", " since "];

    private static readonly Phrase Sender = new("(api key|credentials|your account|this account|your organization|your workspace|your subscription)");

    /// <summary>
    /// Whether a request was rejected as bad because of who sent it. Then the request itself is not at fault, and another model may accept it.
    /// </summary>
    internal static bool IsTheSender(ErrorEvidence evidence) => evidence.Texts.Any(text => Sender.Find(Phrase.Normalize(text.Text)) is not null);

    /// <summary>Decides what a refusal is about.</summary>
    /// <param name="evidence">The evidence in the response; it matches none of the specific phrases.</param>
    /// <param name="refusal">The verdict of the status or code alone: <see cref="FailureKind.AuthenticationFailed"/>.</param>
    internal static Verdict Decide(ErrorEvidence evidence, Verdict refusal)
    {
        bool isSilent = true;
        bool speaksOfTheKey = refusal.Code?.Contains("auth", StringComparison.OrdinalIgnoreCase) is true;
        foreach (StatedText text in evidence.Texts)
        {
            string words = Phrase.Normalize(text.Text);
            if (FindOther(words) is { } other)
            {
                return ToVerdict(other, text.IsUpstream, refusal);
            }

            isSilent = evidence.HasClientsWords;
            speaksOfTheKey |= !Relay.IsNamedIn(words) && WordList.IsIn(ReasonIn(words), Key);
        }

        foreach (StatedCode code in evidence.Codes)
        {
            if (CodeRules.TryRead(code, evidence, out _))
            {
                continue;
            }

            string words = Phrase.Normalize(code.Text.Replace('_', ' '));
            if (FindOther(words) is { } other)
            {
                return ToVerdict(other, code.IsUpstream, refusal);
            }

            speaksOfTheKey |= !IsNumber(code.Text) && WordList.IsIn(words, Key);
        }

        if (refusal.Code is null && evidence is { NamesModel: true, Texts.Count: 0 })
        {
            return new Verdict(FailureKind.ModelUnavailable, $"{refusal.Evidence} with the name of a model alone");
        }

        return isSilent || speaksOfTheKey ? refusal : new Verdict(FailureKind.ModelUnavailable, $"{refusal.Evidence} with words about no key");
    }

    // "Access denied due to …" is about the reason, not about the access.
    private static ReadOnlySpan<char> ReasonIn(string words)
    {
        foreach (string reason in Reasons)
        {
            int at = words.IndexOf(reason, StringComparison.Ordinal);
            if (at >= 0)
            {
                return words.AsSpan(at + reason.Length);
            }
        }

        return words;
    }

    private static bool IsNumber(string code) => code.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static Verdict ToVerdict((FailureKind Kind, string Word) other, bool isUpstream, Verdict refusal) =>
        new(isUpstream ? Relay.Translate(other.Kind) : other.Kind, $"word \"{other.Word}\" beside {refusal.Evidence}");

    private static (FailureKind Kind, string Word)? FindOther(string words)
    {
        foreach ((FailureKind kind, string[] others) in Others)
        {
            if (WordList.Find(words, others) is { } word)
            {
                return (kind, word);
            }
        }

        return null;
    }
}
