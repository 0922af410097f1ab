namespace FailScope;

/// <summary>The words by which <see cref="Allowance"/> recognizes an allowance, its owner and its end, see <see cref="WordList"/>.</summary>
internal static class AllowanceWords
{
    /// <summary>The signs of currencies.</summary>
    internal const string Currencies = "$€£¥＄";

    /// <summary>An allowance is used up.</summary>
    internal static readonly string[] UsedUp =
    [
        "used up", "used them", "used all", "all used", "are used", "been used", "were used", "have used", "'ve used", "used of",
        "exhausted", "consumed", "depleted", "spent", "run out", "ran out", "run through", "out of", "no more", "drawn down", "expended",
        "reached", "exceed*", "hit", "attained", "surpassed", "passed", "over the", "over its", "maxed out", "been met", "is met", "cap met",
        "aufgebraucht", "erschöpft", "verbraucht", "erreicht", "überschritten",
        "épuisé*", "atteint*", "dépassé*", "utilisé toutes", "agot*", "alcanz*", "consumid*", "superad*", "esgotad*", "atingid*",
        "使い切", "超え", "達し", "소진", "초과", "모두 사용",
    ];

    /// <summary>The same of free requests and of keys. A plan that ended has to be paid for again.</summary>
    internal static readonly string[] Over = ["gone", "ended", "finished", "is over", "over for", "is empty", "acab*"];

    /// <summary>The same, said the other way round.</summary>
    internal static readonly Phrase NothingLeft = new("(no |zero |0 |none |nothing |can't |cannot ) * (left|remain|any more|further|anymore)");

    /// <summary>The owner is one key.</summary>
    internal static readonly string[] Key = ["key", "key's", "per-key", "key-level", "apikey", "api_key", "schlüssel*", "api-schlüssel*", "clé", "clave", "chave", "apiキー", "キー", "키"];

    /// <summary>The allowance is the key's, even if the sentence also names the account.</summary>
    internal static readonly Phrase OfKey = new("(on|of|for|to) (this |your |the |an |each |)(api |access |)key");

    /// <summary>The owner is the account, or it is another key.</summary>
    internal static readonly string[] Account =
    [
        "account", "account's", "organization*", "organisation*", "org", "workspace*", "project*", "team", "team's", "konto", "compte", "cuenta", "conta",
        "other key", "another key", "own key", "different key", "new key",
    ];

    /// <summary>What a key may spend.</summary>
    internal static readonly string[] Cap =
        ["budget*", "cap", "capped", "ceiling", "spend*", "spent", "cost*", "usd", "eur", "amount", "allotted", "granted", "assigned", "ausgaben*", "plafond", "presupuesto", "予算", "上限額", "예산"];

    /// <summary>The same, if the failure is about money or a key anyway.</summary>
    internal static readonly string[] Limit = ["limit*", "quota*", "allotment*", "allowance*", "units", "maximum", "kontingent*"];

    /// <summary>The allowance costs nothing.</summary>
    internal static readonly string[] Free = ["free", "free-tier", "free-plan", "gratis", "no-cost", "0-cost", "zero-cost", "complimentary", "trial", "kostenlos*", "gratuit*", "gratuita*", "無料", "무료"];

    /// <summary>Other meanings of the word "free".</summary>
    internal static readonly Phrase NotForFree = new("(feel free|free to |free-form|free form|free text|free up|free of|free space|free memory)");

    /// <summary>What an allowance without cost consists of. Free credits are money.</summary>
    internal static readonly string[] Units =
    [
        "quota*", "allowance*", "allotment*", "limit*", "usage", "request*", "call*", "message*", "prompt*", "inference", "completion*", "generation*", "token*",
        "models", "variants", "tier", "plan", "pool", "unit*", "cota*", "kontingent*", "anfrage*", "requête*", "solicitud*", "llamada*", "枠", "回",
    ];

    /// <summary>The owner is a plan.</summary>
    internal static readonly string[] Plan = ["plan", "plan's", "plans", "subscription*", "membership*", "package", "seat", "abonnement*", "abo", "tarif*", "suscripción", "プラン", "구독"];

    /// <summary>The time after which the allowance of a plan comes back.</summary>
    internal static readonly string[] Window =
    [
        "hour", "hours", "hourly", "5h", "5-hour", "day", "days", "daily", "today*", "week*", "month*", "cycle", "window", "period", "reset*", "refill*", "renew*", "until", "tomorrow",
        "stunde*", "woche*", "monat*", "semaine*", "mois", "semana*", "mes", "週", "月", "日",
    ];

    /// <summary>The allowance comes back by itself.</summary>
    internal static readonly Phrase Returns = new("(resets|reset at|reset after|reset in|will reset|renewed|refill|come back|comes back|opens at|opens again|filled again|frees up)");

    /// <summary>The allowance is money.</summary>
    internal static readonly string[] Money = ["credit*", "balance*", "fund*", "wallet", "budget*", "spend*", "cost*", "usd", "billing", "payment*", "invoice*", "overage*", "paid for"];

    /// <summary>The account has not been paid for.</summary>
    internal static readonly string[] Bill = ["bill", "bills", "invoice*", "unpaid", "overdue", "past due"];

    /// <summary>It is not an allowance but a rate.</summary>
    internal static readonly string[] Rate = ["per minute", "per second", "/min", "a minute", "rpm", "tpm", "rps", "qps", "rate limit*", "concurren*", "at once", "in parallel"];
}
