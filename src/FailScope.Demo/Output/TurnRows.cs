using System.Globalization;
using System.Net;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Output;

/// <summary>Shows a turn as a table, with one row for each model of the chain.</summary>
internal static class TurnRows
{
    private const int LongestMessage = 96;

    /// <summary>The rows for the models of the chain, in order.</summary>
    internal static IEnumerable<TurnRow> Of(TurnResult turn)
    {
        List<Attempt> attempts = [.. turn.Attempts];
        foreach (Model model in turn.Chain.Models)
        {
            int tried = attempts.FindIndex(attempt => attempt.Model == model);
            int retiredBy = attempts.FindIndex(attempt => attempt.Retired.Contains(model));
            yield return tried >= 0 ? Row(tried + 1, attempts[tried], turn)
                : turn.Lacking.Contains(model) ? new TurnRow(null, model, "not called", Why: "lacks a capability that the request needs")
                : turn.KeptOut.FirstOrDefault(skipped => skipped.Model == model) is { } keptOut ? new TurnRow(null, model, "not called", Why: Words.KeptOutBy(keptOut))
                : retiredBy >= 0 ? new TurnRow(null, model, "not called", Why: $"retired by attempt {retiredBy + 1}")
                : new TurnRow(null, model, turn.AnsweredBy is null ? "not called" : "not needed");
        }
    }

    private static TurnRow Row(int number, Attempt attempt, TurnResult turn)
    {
        if (attempt.Failure is not { } failure)
        {
            return new TurnRow(number, attempt.Model, turn.Text.Length == 0 ? "an empty answer" : "an answer");
        }

        bool endsTheTurn = number == turn.Attempts.Count && turn.Ending is not Ending.Exhausted && attempt.Retired.Count == 0;
        return new TurnRow(
            number,
            attempt.Model,
            CameBack(failure),
            failure.Kind,
            string.Join(", ", new[] { failure.Evidence, Hint(failure) }.OfType<string>()),
            attempt.Retired.Count > 0 ? string.Join(", ", attempt.Retired.Select(model => model.Name)) : null,
            endsTheTurn ? "the turn ends here" : attempt.Model.DescribeRetired(failure.Kind));
    }

    private static string CameBack(Failure failure)
    {
        string status = failure.StatusCode is { } code ? $"{code} {ReasonPhrase(code)}".TrimEnd() : "";
        string message = failure.Message is { } text ? Shorten(text) : "";
        return (status, message) switch
        {
            ("", "") => "nothing",
            ("", _) => message,
            (_, "") => status,
            _ => $"{status}: {message}",
        };
    }

    private static string? ReasonPhrase(int statusCode)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)statusCode);
        return response.ReasonPhrase;
    }

    private static string? Hint(Failure failure) =>
        failure.ResetsAt is { } reset ? string.Create(CultureInfo.InvariantCulture, $"resets {reset.UtcDateTime:yyyy-MM-dd HH:mm} UTC")
        : failure.RetryAfter is { } wait ? string.Create(CultureInfo.InvariantCulture, $"retry after {wait.TotalSeconds:0} s")
        : null;

    private static string Shorten(string message)
    {
        if (message.Length <= LongestMessage)
        {
            return message;
        }

        int sentence = message.LastIndexOf(". ", LongestMessage, StringComparison.Ordinal);
        int space = message.LastIndexOf(' ', LongestMessage);
        return sentence > LongestMessage / 2 ? message[..(sentence + 1)]
            : $"{message[..(space > 0 ? space : LongestMessage)]} …";
    }
}
