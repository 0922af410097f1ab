using System.Globalization;

namespace FailScope;

/// <summary>
/// Whether a refusal for lack of money leaves enough for a smaller request. It does if the response advises one, or if it states two amounts:
/// what the request needs, and what is left, which is less but not next to nothing.
/// </summary>
internal static class Afford
{
    // If less than this part of the price is left, no useful request would be paid for.
    private const int SmallestPart = 100;

    // How far from an amount its meaning is looked for, in characters.
    private const int FarBefore = 40;
    private const int FarAfter = 25;

    internal static readonly Phrase Less = new(
        "(reduce |cut |lower |decrease |shorten |shrink |smaller |fewer |shorter |verringer|réduisez |réduire |reduzca |menos |减小|调低|降低|缩短|減らし|小さく) * " +
        "(max_tokens|max tokens|max_output_tokens|output tokens|output limit|tokens|prompt|request|réponse)");

    internal static readonly Phrase LessBefore = new(
        "(max_tokens|max tokens|max_output_tokens|output tokens|prompt|requests|a smaller one|a shorter one) * " +
        "(verringern|reduzieren|kürzen|小さく|減らし|would be covered|may succeed|could still|would still|will run)");

    internal static readonly string[] Needs =
        ["need", "needs", "needed", "require", "requires", "required", "cost", "costs", "price", "estimate", "estimated", "requested", "max_tokens", "reserve", "hold", "charge", "benötigt", "coût", "costo", "coste", "需要", "预计"];

    internal static readonly string[] Left =
        ["have", "has", "own", "available", "remain", "remains", "remaining", "left", "user quota", "balance", "affordable", "covers", "verfügbar", "solde", "saldo", "余额", "剩余", "仅剩"];

    // What OpenRouter states beside the requested amount: "but can only afford 27342".
    internal static readonly string[] CanOnlyPay = ["can only afford", "can only pay for"];

    // An amount to add to the account is not the price of the request.
    internal static readonly string[] ToAdd = ["top", "top-up", "recharge", "add", "deposit", "minimum", "least", "buy", "purchase"];

    internal static readonly string[] Money = ["credit*", "balance*", "fund*", "budget*", "quota*", "cost*", "points", "units", "wallet", "usd", "eur"];

    /// <summary>What says that a failure of this kind leaves enough for a smaller request, in words; null if nothing does.</summary>
    internal static string? FindRest(FailureKind cause, ErrorEvidence evidence)
    {
        bool isAboutMoney = cause is FailureKind.CreditExhausted or FailureKind.KeyBudgetExhausted;
        if (!isAboutMoney && cause is not (FailureKind.RateLimited or FailureKind.ModelUnavailable or FailureKind.InvalidRequest))
        {
            return null;
        }

        foreach (StatedText text in evidence.Texts)
        {
            string words = text.IsUpstream ? "" : Phrase.Normalize(text.Text);
            if ((isAboutMoney || SpeaksOfMoney(words)) && TryFindAmounts(words, out string? rest))
            {
                return rest;
            }

            if (isAboutMoney && (Less.Find(words) ?? LessBefore.Find(words)) is { } advice)
            {
                return $"the advice \"{advice}\"";
            }
        }

        return null;
    }

    private static bool SpeaksOfMoney(ReadOnlySpan<char> words) =>
        (WordList.IsIn(words, Money) || words.ContainsAny(AllowanceWords.Currencies)) && !WordList.IsIn(words, AllowanceWords.Rate);

    // "You have 35 credits remaining, while 210 credits are required." Returns false if the text does not state both amounts. If next to
    // nothing is left, the rest is null.
    private static bool TryFindAmounts(ReadOnlySpan<char> words, out string? rest)
    {
        decimal? needed = null;
        decimal? left = null;
        int last = 0;
        rest = null;
        for (int start = IndexOfDigit(words, 0); start >= 0; start = IndexOfDigit(words, last))
        {
            int end = EndOfNumber(words, start);
            ReadOnlySpan<char> before = LastClause(words[Math.Max(last, start - FarBefore)..start]);
            ReadOnlySpan<char> after = FirstClause(words[end..Math.Min(words.Length, end + FarAfter)]);
            last = end;
            if (WordList.IsIn(before, ToAdd) || !decimal.TryParse(words[start..end], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number))
            {
                continue;
            }

            if (WordList.IsIn(before, CanOnlyPay))
            {
                rest = number > 0 ? Describe(number) : null;
                return true;
            }

            if (WordList.IsIn(after, Needs) || (WordList.IsIn(before, Needs) && !WordList.IsIn(after, Left)))
            {
                needed ??= number;
            }
            else if (WordList.IsIn(before, Left) || WordList.IsIn(after, Left))
            {
                left ??= number;
            }
        }

        rest = left < needed && left >= needed / SmallestPart ? Describe(left.Value) : null;
        return left is not null && needed is not null;
    }

    private static string Describe(decimal left) => string.Create(CultureInfo.InvariantCulture, $"{left} left");

    private static int IndexOfDigit(ReadOnlySpan<char> words, int from)
    {
        int at = words[from..].IndexOfAnyInRange('0', '9');
        return at < 0 ? -1 : from + at;
    }

    private static int EndOfNumber(ReadOnlySpan<char> words, int start)
    {
        int length = words[start..].IndexOfAnyExcept("0123456789.,");
        int end = length < 0 ? words.Length : start + length;
        while (words[end - 1] is '.' or ',')
        {
            end--;
        }

        return end;
    }

    private static ReadOnlySpan<char> LastClause(ReadOnlySpan<char> words) => words[(words.LastIndexOfAny(",.;!?。，") + 1)..];

    private static ReadOnlySpan<char> FirstClause(ReadOnlySpan<char> words)
    {
        int end = words.IndexOfAny(",.;!?。，0123456789");
        return end < 0 ? words : words[..end];
    }
}
