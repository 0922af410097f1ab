using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>Compares every turn with what the server did and with what the clients of the models returned, and counts the results.</summary>
internal sealed class Ledger
{
    private const int MostSaid = 20;
    private static readonly TimeSpan Prompt = TimeSpan.FromMilliseconds(100);

    private readonly long[] _outcomes = new long[Enum.GetValues<Outcome>().Length];
    private readonly long[] _faults = new long[Enum.GetValues<Fault>().Length];
    private readonly ConcurrentQueue<string> _wrong = new();

    // A histogram of cancellation times in tenths of a millisecond. An array, because its memory must not grow.
    private readonly long[] _cancellations = new long[50_000];
    private long _turns;
    private long _streams;
    private long _calls;
    private long _late;
    private long _lateAfterWait;
    private long _lateAfterCall;
    private long _finishedFirst;
    private long _cutUnseen;
    private long _opened;
    private long _closed;

    internal long Turns => Volatile.Read(ref _turns);

    /// <summary>The problems found; empty if there were none.</summary>
    internal IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>Records the end of a turn.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="text">The content that its consumer received.</param>
    /// <param name="isFinished">Whether the consumer was told that the response is complete.</param>
    /// <param name="trail">The trail, if it has one.</param>
    /// <param name="exception">The exception, if one was thrown.</param>
    internal void Write(Turn turn, Outcome outcome, string text, bool isFinished, FallbackTrail? trail, Exception? exception)
    {
        if (turn.CancelledAt != 0)
        {
            // However it ended: a turn that continues long after the caller's cancellation has not noticed it.
            long now = Stopwatch.GetTimestamp();
            double tenths = Stopwatch.GetElapsedTime(turn.CancelledAt, now).TotalMilliseconds * 10;
            Interlocked.Increment(ref _cancellations[Math.Min(_cancellations.Length - 1, (int)tenths)]);
            Interlocked.Add(ref _finishedFirst, outcome == Outcome.Cancelled ? 0 : 1);

            // On a busy machine, code that only awaits the same token is late too, and so is the client of the model. Only the time
            // after both is caused by the fallback client.
            if (turn.AwaitedAt is > 0 and var awaited && Stopwatch.GetElapsedTime(awaited, now) > Prompt)
            {
                Interlocked.Increment(ref _lateAfterWait);
                long handedOver = turn.Calls is [.., var last] ? last.HandedOverAt : 0;
                Interlocked.Add(ref _lateAfterCall, Stopwatch.GetElapsedTime(Math.Max(awaited, handedOver), now) > Prompt ? 1 : 0);
            }
        }

        int[] requests = turn.Requests;
        foreach (int model in requests)
        {
            Interlocked.Increment(ref _faults[(int)turn.PlanFor(model).Fault]);
        }

        CheckContent(turn, outcome, text, isFinished, requests);
        CheckTrail(turn, outcome, trail, requests);
        Expect(turn, outcome != Outcome.Cancelled || (turn.CancelledAt != 0 && exception is OperationCanceledException cancelled && cancelled.CancellationToken == turn.Token), $"a cancellation that the caller did not request: {exception}");
        Expect(turn, requests.Distinct().Count() == requests.Length, $"a request made twice: {string.Join(" ", requests)}");
        if (!turn.IsOfficial)
        {
            CheckCalls(turn, outcome, text, requests);
        }

        Interlocked.Increment(ref _outcomes[(int)outcome]);
        Interlocked.Add(ref _streams, turn.IsStreaming ? 1 : 0);
        Interlocked.Increment(ref _turns);
    }

    /// <summary>Records a problem that is not the end of a single turn.</summary>
    internal void Complain(string what)
    {
        if (_wrong.Count < MostSaid)
        {
            _wrong.Enqueue(what);
        }
    }

    internal IEnumerable<string> Report()
    {
        yield return $"{_turns:N0} turns, {_streams:N0} of them streams, ended once each: " + string.Join(", ", Enum.GetValues<Outcome>().Select(outcome => $"{_outcomes[(int)outcome]:N0} {outcome.ToString().ToLowerInvariant()}")) + ".";
        yield return $"{_faults.Sum():N0} requests arrived: " + string.Join(", ", Enum.GetValues<Fault>().Select(fault => $"{_faults[(int)fault]:N0} {fault}")) + ".";
        yield return $"{_late:N0} answers came too late for their limit; {_cutUnseen:N0} streams of the official library ended early without an error, none of them with a finish reason.";
        yield return $"{_opened:N0} inner streams opened, {_closed:N0} closed, each once; {_calls:N0} calls by the light clients.";
        yield return string.Create(CultureInfo.InvariantCulture, $"{_cancellations.Sum():N0} cancellations seen after {Percentile(0.5):0.0} ms (median), {Percentile(0.99):0.0} ms (99 %), {Percentile(0.999):0.0} ms (99.9 %), {Percentile(1):0.0} ms (longest); {_cancellations.Skip(1_000).Sum():N0} over 100 ms, {_lateAfterWait:N0} over 100 ms after a bare wait for the same token, {_lateAfterCall:N0} over 100 ms after the call of the model had ended too; {_finishedFirst:N0} of these turns ended without seeing theirs.");
    }

    // In milliseconds, rounded up.
    private double Percentile(double share)
    {
        long wanted = (long)Math.Ceiling(_cancellations.Sum() * share);
        long seen = 0;
        int tenths = 0;
        while (seen < wanted)
        {
            seen += _cancellations[tenths++];
        }

        return tenths / 10.0;
    }

    // The content is one response of one model, from its beginning, and to its end if the turn says that it succeeded.
    private void CheckContent(Turn turn, Outcome outcome, string text, bool isFinished, int[] requests)
    {
        // The last one in the chain, not the last one that arrived: a busy server may see a request after its client has cancelled.
        int model = requests.Length > 0 ? requests.Max() : 0;
        CallPlan plan = turn.PlanFor(model);
        string whole = string.Concat(Enumerable.Range(0, plan.Pieces).Select(piece => FaultyProvider.Piece(turn, model, piece, plan.Pieces)));
        Expect(turn, whole.StartsWith(text, StringComparison.Ordinal), $"'{text}' is no beginning of the last model's answer '{whole}'");
        switch (outcome)
        {
            case Outcome.Answered when turn is { IsOfficial: true, IsStreaming: true } && !isFinished:
                // Without a finish reason the official library lets a stream end early, and the consumer can notice it.
                Interlocked.Increment(ref _cutUnseen);
                Expect(turn, plan.Fault == Fault.CutAnswer, $"an unfinished answer where the server did {plan.Fault}");
                break;
            case Outcome.Answered:
                Expect(turn, plan.IsAnswer && isFinished && text == whole, $"'{text}', finished {isFinished}, passed off as the answer '{whole}' where the server did {plan.Fault}");
                break;
            case Outcome.Exhausted or Outcome.Terminal:
                Expect(turn, text.Length == 0, $"content before a failure that was fallen back on: '{text}'");
                break;
            case Outcome.Broken:
                Expect(turn, turn.IsStreaming && text.Length > 0 && !isFinished, $"broken off after '{text}', finished {isFinished}");
                break;
        }

        if (outcome == Outcome.Terminal)
        {
            Expect(turn, plan.Fault is Fault.ErrorStatus or Fault.ErrorIn200 && ProviderErrors.All[plan.Error].Kind == FailureKind.InvalidRequest, $"ended although the server did {plan.Fault}");
        }
    }

    // Every model is accounted for, and every failure is the one that the server caused.
    private void CheckTrail(Turn turn, Outcome outcome, FallbackTrail? trail, int[] requests)
    {
        if (outcome == Outcome.Exhausted)
        {
            Expect(turn, trail!.Attempts.Count + trail.Skipped.Count == trail.Chain.Models.Count, $"a model without a word: {trail}");
        }
        else if (outcome == Outcome.Answered)
        {
            Expect(turn, trail is null ? requests.Max() == 0 : trail.AnsweredBy == trail.Chain.Models[requests.Max()], $"the trail names another: {trail}");
        }

        foreach (FallbackAttempt attempt in trail?.Attempts ?? [])
        {
            if (attempt.Failure is not { } failure)
            {
                continue;
            }

            CallPlan plan = turn.PlanFor(PositionOf(attempt.Model));
            if (failure.Kind == FailureKind.Timeout)
            {
                Interlocked.Add(ref _late, plan.Fault is Fault.Hang or Fault.Stall ? 0 : 1);
                continue;
            }

            Expect(turn, !plan.IsAnswer, $"an answer was taken for {failure}");
            Expect(turn, plan.Fault != Fault.ErrorStatus || failure.Kind == ProviderErrors.All[plan.Error].Kind, $"{ProviderErrors.All[plan.Error].Kind} was taken for {failure}");
        }
    }

    private void CheckCalls(Turn turn, Outcome outcome, string text, int[] requests)
    {
        Interlocked.Add(ref _calls, turn.Calls.Count);
        Expect(turn, requests.All(model => turn.Calls.Exists(call => call.Model == model)), "a request that no client made");
        Expect(turn, turn.Calls.Zip(turn.Calls.Skip(1), (before, after) => before.Model < after.Model).All(inOrder => inOrder), $"calls out of order: {string.Join(" ", turn.Calls.Select(call => call.Model))}");
        foreach (UpstreamCall call in turn.Calls)
        {
            Interlocked.Add(ref _opened, call.Opened);
            Interlocked.Add(ref _closed, call.Closed);
            Expect(turn, call.Opened == (turn.IsStreaming ? 1 : 0) && call.Closed == call.Opened, $"a stream opened {call.Opened} times and closed {call.Closed} times");
            bool isLast = call == turn.Calls[^1];
            Expect(turn, isLast || call is { IsComplete: false, Pieces: 0 }, $"a call that gave {call.Pieces} pieces was followed by another");
        }

        UpstreamCall? last = turn.Calls.Count > 0 ? turn.Calls[^1] : null;
        int pieces = text.Count(c => c == ' ');
        switch (outcome)
        {
            case Outcome.Answered:
                Expect(turn, last is { IsComplete: true } && last.Pieces == pieces, $"{pieces} pieces of {last?.Pieces} were answered, whole {last?.IsComplete}");
                break;
            case Outcome.Exhausted or Outcome.Terminal or Outcome.Broken:
                Expect(turn, last is { IsComplete: false } && last.Pieces == pieces, $"{last?.Pieces} pieces came and {pieces} were handed on, whole {last?.IsComplete}");
                break;
        }
    }

    private static int PositionOf(Model model)
    {
        for (int i = 0; i < Exchange.Chat.Models.Count; i++)
        {
            if (Exchange.Chat.Models[i] == model)
            {
                return i;
            }
        }

        return -1;
    }

    private void Expect(Turn turn, bool isSo, FormattableString otherwise)
    {
        if (!isSo)
        {
            Complain($"Turn {turn.Number} ({(turn.IsStreaming ? "stream" : "whole")}{(turn.IsOfficial ? ", official library" : "")}): {otherwise}");
        }
    }

    private void Expect(Turn turn, bool isSo, string otherwise) => Expect(turn, isSo, (FormattableString)$"{otherwise}");
}
