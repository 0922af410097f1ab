using System.Globalization;
using FailScope.Demo.Fleet;
using FailScope.Demo.Playing;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Output;

/// <summary>The texts of the reports.</summary>
internal static class Words
{
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

    /// <summary>The key of a model, and its account if it is shared.</summary>
    internal static string KeyOf(Model model) => HasOwnAccount(model) ? model.Credential.Name : $"{model.Credential.Name}, {model.Account.Name}";

    /// <summary>The losses after which no model of a chain is left.</summary>
    internal static string LossesOf(FallbackChain chain)
    {
        IReadOnlyList<ChainLoss> losses = chain.FindLosses();
        IReadOnlyList<ChainLoss> singles = [.. losses.Where(loss => loss.IsSingle)];
        return singles.Count > 0 ? $"the loss of {string.Join("; or of ", singles)}."
            : losses.Count > 0 ? $"no single loss; two together, for example {losses[0]}."
            : "no single loss, and no two together.";
    }

    /// <summary>Which model answered, for a table cell.</summary>
    internal static string AnswererOf(TurnResult turn) => turn.Ending switch
    {
        Ending.Answered => turn.AnsweredBy!.Name,
        Ending.Exhausted => "no model left",
        Ending.Refused => "none: refused",
        Ending.Cancelled => "none: cancelled",
        _ => "half an answer",
    };

    /// <summary>The failure of an earlier request that excludes a model, and until when.</summary>
    internal static string KeptOutBy(SkippedModel skipped)
    {
        string until = skipped.Cooldown?.Until is { } instant ? string.Create(CultureInfo.InvariantCulture, $", until {instant.UtcDateTime:HH:mm} UTC") : "";
        return $"{skipped.Cooldown?.Cause} in an earlier request{until}";
    }

    /// <summary>The number of calls and, if the app has a memory, the number without it.</summary>
    internal static string CallsOf(ScenarioResult result) =>
        result.CallsWithoutMemory is { } without ? $"{result.Calls} ({without} without memory)" : $"{result.Calls}";

    /// <summary>The columns of a table of what each router did.</summary>
    internal static string[] PhaseHeaders { get; } = ["Router", "What it knows", "Server", "Requests", "Calls that failed", "Answered by"];

    /// <summary>The result of a phase, in the cells of <see cref="PhaseHeaders"/>.</summary>
    internal static string[] PhaseOf(RouterPhaseResult result) =>
    [
        $"router {result.Phase.Router}",
        result.Phase.Title,
        result.Phase.IsServerDown ? "down" : "up",
        $"{result.Phase.Requests}",
        $"{result.FailedCalls}",
        result.AnsweredBy,
    ];

    /// <summary>The kinds of failure in the turn.</summary>
    internal static string KindsOf(TurnResult turn) =>
        string.Join(", ", turn.Attempts.Select(attempt => attempt.Failure?.Kind).OfType<FailureKind>().Distinct());

    /// <summary>The result of the other client: its calls, and its outcome if that differs.</summary>
    internal static string PeerOf(ScenarioResult result)
    {
        bool isSame = result.Turn.Ending == Ending.Answered
            ? result.Peer.Outcome.AnsweredBy == result.Turn.AnsweredBy
            : result.Peer.Outcome.Throws;
        return isSame ? $"{result.Peer.Calls}" : $"{result.Peer.Calls}, {result.Peer.Outcome.InWords}";
    }

    /// <summary>The last lines.</summary>
    internal static string Verdict(IReadOnlyList<ScenarioResult> results)
    {
        int otherwise = results.Count(result => !result.IsAsExpected);
        if (otherwise > 0)
        {
            return $"{otherwise} of {results.Count} scenarios did not end as expected.";
        }

        int unanswered = results.Count(result => result.Turn.AnsweredBy is not null && result.Peer.Outcome.AnsweredBy is null);
        return $"{(results.Count == 1 ? "The scenario" : $"All {results.Count} scenarios")} ended as expected, "
            + $"with {results.Sum(result => result.Calls)} upstream calls, where OrderedFailoverChatClient makes {results.Sum(result => result.Peer.Calls)}"
            + (unanswered == 0 ? "." : $" and leaves {unanswered} unanswered that FailScope answers.");
    }

    /// <summary>Whether the account belongs to this key only, so that it was not declared and has no name of its own.</summary>
    internal static bool HasOwnAccount(Model model) => model.Account.Name == model.Credential.Name;
}
