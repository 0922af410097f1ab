using System.Globalization;
using FailScope.Demo.Playing;
using FailScope.Demo.Turns;
using Microsoft.AspNetCore.WebUtilities;

namespace FailScope.Demo.Output;

/// <summary>Says in words what the reports show.</summary>
internal static class Words
{
    private const int LongestMessage = 96;

    /// <summary>What a turn made of each model of its chain, from first to last.</summary>
    internal static IEnumerable<TurnRow> Rows(TurnResult turn)
    {
        foreach (Model model in turn.Chain.Models)
        {
            int tried = turn.Attempts.ToList().FindIndex(attempt => attempt.Model == model);
            int retiredBy = turn.Attempts.ToList().FindIndex(attempt => attempt.Retired.Contains(model));
            yield return tried >= 0 ? Row(tried + 1, turn.Attempts[tried], turn)
                : turn.Lacking.Contains(model) ? new TurnRow(null, model, "not called", Why: "cannot do what the request needs")
                : retiredBy >= 0 ? new TurnRow(null, model, "not called", Why: $"retired by attempt {retiredBy + 1}")
                : new TurnRow(null, model, "not needed");
        }
    }

    /// <summary>How the turn ended.</summary>
    internal static string EndingOf(TurnResult turn) => turn.Ending switch
    {
        Ending.Answered => $"{turn.AnsweredBy!.Name} answers.",
        Ending.Exhausted => turn.Message!,
        Ending.Refused => "The turn ends with the provider's refusal.",
        Ending.Cancelled => "The turn ends with the caller's cancellation.",
        _ => $"The stream ends with an error ({turn.Message}) after: \"{turn.Text} …\"",
    };

    /// <summary>Input and output, US dollars per million tokens.</summary>
    internal static string PriceOf(Model model) => model.IsFree
        ? "free"
        : string.Create(CultureInfo.InvariantCulture, $"${model.Pricing.InputUsdPerMillion} / ${model.Pricing.OutputUsdPerMillion}");

    internal static string WindowOf(Model model) => string.Create(CultureInfo.InvariantCulture, $"{model.ContextWindow:#,0}");

    /// <summary>The losses that leave nothing of a chain.</summary>
    internal static string LossesOf(FallbackChain chain)
    {
        IReadOnlyList<ChainLoss> losses = chain.FindLosses();
        IReadOnlyList<ChainLoss> singles = [.. losses.Where(loss => loss.IsSingle)];
        return singles.Count > 0 ? $"the loss of {string.Join("; or of ", singles)}."
            : losses.Count > 0 ? $"no single loss; two at once can, {losses[0]} for one."
            : "no single loss, and no two at once.";
    }

    /// <summary>How the turn ended, in a cell.</summary>
    internal static string ShortEndingOf(TurnResult turn) => turn.Ending switch
    {
        Ending.Answered => $"{turn.AnsweredBy!.Name} answers",
        Ending.Exhausted => "nobody is left",
        Ending.Refused => "refused",
        Ending.Cancelled => "cancelled",
        _ => "an error after half an answer",
    };

    /// <summary>The kinds of failure that the turn met.</summary>
    internal static string KindsOf(TurnResult turn) =>
        string.Join(", ", turn.Attempts.Select(attempt => attempt.Failure?.Kind).OfType<FailureKind>().Distinct());

    /// <summary>What the neighbour made of it: its calls, and its outcome where that is another than ours.</summary>
    internal static string PeerOf(ScenarioResult result)
    {
        bool isSame = result.Turn.Ending == Ending.Answered
            ? result.Peer.Outcome.AnsweredBy == result.Turn.AnsweredBy
            : result.Peer.Outcome.Throws;
        return isSame ? $"{result.Peer.Calls}" : $"{result.Peer.Calls}, {result.Peer.Outcome.InWords}";
    }

    /// <summary>The last line.</summary>
    internal static string Verdict(IReadOnlyList<ScenarioResult> results)
    {
        int asExpected = results.Count(result => result.IsAsExpected);
        string calls = $"{results.Sum(result => result.Calls)} upstream calls, where OrderedFailoverChatClient makes {results.Sum(result => result.Peer.Calls)}";
        return asExpected == results.Count
            ? $"{(results.Count == 1 ? "The scenario" : $"All {results.Count} scenarios")} ended as expected, with {calls}."
            : $"{results.Count - asExpected} of {results.Count} scenarios ended otherwise than expected.";
    }

    private static TurnRow Row(int number, Attempt attempt, TurnResult turn)
    {
        if (attempt.Failure is not { } failure)
        {
            return new TurnRow(number, attempt.Model, turn.Text.Length == 0 ? "an empty answer" : "an answer");
        }

        bool isLast = number == turn.Attempts.Count && turn.Ending is not Ending.Exhausted;
        return new TurnRow(
            number,
            attempt.Model,
            CameBack(failure),
            failure.Kind,
            string.Join(", ", new[] { failure.Evidence, Hint(failure) }.OfType<string>()),
            attempt.Retired.Count > 0 ? string.Join(", ", attempt.Retired.Select(model => model.Name)) : null,
            isLast ? "the turn ends here" : Retirement(attempt.Model, failure.Kind));
    }

    private static string CameBack(Failure failure)
    {
        string status = failure.StatusCode is { } code ? $"{code} {ReasonPhrases.GetReasonPhrase(code)}".TrimEnd() : "";
        string message = failure.Message is { } text ? Shorten(text) : "";
        return (status, message) switch
        {
            ("", "") => "nothing",
            ("", _) => message,
            (_, "") => status,
            _ => $"{status}: {message}",
        };
    }

    private static string? Hint(Failure failure) =>
        failure.ResetsAt is { } reset ? string.Create(CultureInfo.InvariantCulture, $"resets {reset.UtcDateTime:yyyy-MM-dd HH:mm} UTC")
        : failure.RetryAfter is { } wait ? string.Create(CultureInfo.InvariantCulture, $"retry after {wait.TotalSeconds:0} s")
        : null;

    /// <summary>Which models a failure takes along, and why.</summary>
    private static string Retirement(Model model, FailureKind kind)
    {
        string account = model.Account.Name == model.Credential.Name ? $"the account of {model.Account.Name}" : model.Account.Name;
        return kind switch
        {
            FailureKind.AuthenticationFailed or FailureKind.NotConfigured => $"every model on the key {model.Credential.Name}, free ones too",
            FailureKind.CreditExhausted when model.IsFree => $"every model of {account}",
            FailureKind.CreditExhausted => $"the priced models of {account}",
            FailureKind.KeyBudgetExhausted when model.IsFree => $"every model on the key {model.Credential.Name}",
            FailureKind.KeyBudgetExhausted => $"the priced models on the key {model.Credential.Name}",
            FailureKind.FreeQuotaExhausted => $"the free models of {account}",
            FailureKind.ProviderUnreachable => $"every model at {model.Provider.Name}, free ones too",
            FailureKind.ContextLengthExceeded => string.Create(CultureInfo.InvariantCulture, $"windows of up to {model.ContextWindow:#,0} tokens"),
            _ => "only this model",
        };
    }

    private static string Shorten(string message)
    {
        if (message.Length <= LongestMessage)
        {
            return message;
        }

        int space = message.LastIndexOf(' ', LongestMessage);
        return $"{message[..(space > 0 ? space : LongestMessage)]} …";
    }
}
