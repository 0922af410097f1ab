using System.Globalization;

namespace FailScope.Extensions.AI.Tests.Optimality;

/// <summary>
/// No failing call that could have been avoided, and no skipped model that might have answered, for every shape of a chain and every way to
/// fail. <c>FailScope_Models</c> sets the maximum length of the chains: 4 by default, and 6 for the full proof.
/// </summary>
public sealed class OptimalityTests
{
    private const string Answer = "answer";

    private static readonly int Longest = int.Parse(Environment.GetEnvironmentVariable("FailScope_Models") is { Length: > 0 } models ? models : "4", CultureInfo.InvariantCulture);
    private static readonly bool IsFull = Longest > 4;

    private static readonly FailureKind[] Terminal = [FailureKind.ContentFiltered, FailureKind.InvalidRequest];

    // Kinds that say the same about other models alternate, so that each turn uses one of them.
    private static readonly FailureKind[][] Alike =
    [
        [FailureKind.AuthenticationFailed, FailureKind.NotConfigured],
        [FailureKind.CreditExhausted],
        [FailureKind.KeyBudgetExhausted],
        [FailureKind.FreeQuotaExhausted],
        [FailureKind.UsageLimitReached],
        [FailureKind.ProviderUnreachable],
        [FailureKind.ContextLengthExceeded],
        [FailureKind.RateLimited, FailureKind.Overloaded, FailureKind.Timeout, FailureKind.ModelUnavailable, FailureKind.RequestTooExpensive, FailureKind.RequestTooLarge, FailureKind.Unknown],
        Terminal,
    ];

    [Fact]
    public void The_remaining_models_after_failures_are_exactly_those_that_may_still_answer()
    {
        for (int models = 1; models <= Longest; models++)
        {
            var tally = new Tally();
            int[][] windows = [.. ChainShape.WindowOrders(models)];
            bool everyWindow = models <= (IsFull ? 4 : 3);
            Parallel.ForEach(
                ChainShape.All(models).Select((shape, number) => (shape, number)),
                item =>
                {
                    // Windows and scopes are independent, so for longer chains the orders of windows alternate.
                    foreach (int[] window in everyWindow ? windows : [windows[item.number % windows.Length]])
                    {
                        WalkTree.Follow(item.shape with { Window = window }, tally);
                    }

                    if (tally.Shapes % 100_000 == 0)
                    {
                        Say($"… {tally.Shapes:N0} chains of {models}");
                    }
                });
            Say($"FallbackState, {models} models: {tally}; every kind of failure at every step{(everyWindow ? ", every order of context windows" : "")}.");
        }
    }

    [Fact]
    public async Task Every_turn_makes_exactly_the_calls_of_the_reference()
    {
        for (int models = 1; models <= (IsFull ? 4 : 3); models++)
        {
            var tally = new Tally();
            int[][] windows = [.. ChainShape.WindowOrders(models)];
            bool everyWay = models <= 3;
            await Parallel.ForEachAsync(
                ChainShape.All(models).Select((shape, number) => shape with { Window = windows[number % windows.Length] }),
                async (shape, _) =>
                {
                    using var chain = new ScriptedChain(shape);
                    var script = new FailureKind?[shape.Count];
                    int turn = 0;
                    foreach (int[] called in Walks(shape, script, []))
                    {
                        for (int way = 0; way < 3; way++)
                        {
                            if (everyWay || way == turn % 3)
                            {
                                await CheckAsync(chain, shape, way, script, called);
                            }
                        }

                        tally.Add(turn++ == 0 ? 1 : 0, 0, 0, 1, called.Length);
                    }
                });
            Say($"RunAsync, and FallbackChatClient for whole answers and for streams, {models} models: {tally}; {(everyWay ? "each walk in each of the three ways" : "the three ways in turn")}.");
        }
    }

    [Fact]
    public async Task In_random_situations_the_first_model_that_would_answer_is_called()
    {
        var random = new Random(20250211);
        int turns = IsFull ? 300_000 : 3_000;
        long calls = 0;
        long inTurn = 0;
        int unanswered = 0;
        for (int i = 0; i < turns; i++)
        {
            ChainShape shape = RandomShape(random, random.Next(5, 7));
            var world = new World(shape);
            for (int broken = random.Next(2 * shape.Count); broken > 0; broken--)
            {
                FailureKind[] kinds = Alike[random.Next(Alike.Length - 1)];
                int model = random.Next(shape.Count);
                FailureKind kind = kinds[random.Next(kinds.Length)];
                world.Break(model, kind);
            }

            FailureKind?[] script = [.. Enumerable.Range(0, shape.Count).Select(model => Pick(random, [.. world.FailuresOf(model)]))];
            int[] called = Walk(shape, script);
            int? first = Enumerable.Range(0, shape.Count).Where(world.Answers).Select(model => (int?)model).FirstOrDefault();
            Assert.Equal(first, script[called[^1]] is null ? called[^1] : null);
            using var chain = new ScriptedChain(shape);
            await CheckAsync(chain, shape, i % 3, script, called);
            calls += called.Length;
            inTurn += (first ?? shape.Count - 1) + 1;
            unanswered += first is null ? 1 : 0;
        }

        Say($"{turns:N0} random worlds behind chains of 5 and 6 models, by RunAsync and FallbackChatClient: the first model that would answer did in {turns - unanswered:N0}, "
            + $"none would in {unanswered:N0}; {calls:N0} calls, where trying one after the other takes {inTurn:N0}.");
    }

    [Fact]
    public void The_reference_knows_which_models_each_outage_affects()
    {
        // Four models on one account: priced and free on one key, priced and free on another.
        var shape = new ChainShape([0, 0, 1, 1], [0, 0], [0], [false, true, false, true], [2, 1, 3, 0]);
        Assert.Equal([2, 3], LeftAfter(shape, 0, FailureKind.AuthenticationFailed));
        Assert.Equal([1, 3], LeftAfter(shape, 0, FailureKind.CreditExhausted));
        Assert.Equal([], LeftAfter(shape, 1, FailureKind.CreditExhausted));
        Assert.Equal([1, 2, 3], LeftAfter(shape, 0, FailureKind.KeyBudgetExhausted));
        Assert.Equal([2, 3], LeftAfter(shape, 1, FailureKind.KeyBudgetExhausted));
        Assert.Equal([0, 2], LeftAfter(shape, 1, FailureKind.FreeQuotaExhausted));
        Assert.Equal([], LeftAfter(shape, 0, FailureKind.ProviderUnreachable));
        Assert.Equal([2, 3], LeftAfter(shape, 0, FailureKind.ContextLengthExceeded));
        Assert.Equal([0, 1, 2], LeftAfter(shape, 3, FailureKind.ContextLengthExceeded));
        Assert.Equal([1, 2, 3], LeftAfter(shape, 0, FailureKind.RateLimited));
    }

    private static IEnumerable<int> LeftAfter(ChainShape shape, int model, FailureKind kind)
    {
        var known = new World(shape);
        known.Break(model, kind);
        return Enumerable.Range(0, shape.Count).Where(known.Answers);
    }

    private static async Task CheckAsync(ScriptedChain chain, ChainShape shape, int way, FailureKind?[] script, int[] expected)
    {
        (IReadOnlyList<int> called, int? answeredBy, FailureKind? ended) = await chain.RunAsync(way, model => script[model]);
        FailureKind? last = script[expected[^1]];
        bool isSame = expected.AsSpan().SequenceEqual([.. called])
            && answeredBy == (last is null ? expected[^1] : null)
            && ended == (last is { } kind && Terminal.Contains(kind) ? kind : null);
        if (!isSame)
        {
            string words = string.Join(", ", script.Select((failure, model) => $"M{model} {failure?.ToString() ?? Answer}"));
            Assert.Fail($"Way {way} called {string.Join(" ", called)} instead of {string.Join(" ", expected)}, answered by {answeredBy}, ended by {ended}. {words}. {shape}");
        }
    }

    /// <summary>All turns of a chain. While a turn is current, the script contains the results of the models that it calls.</summary>
    private static IEnumerable<int[]> Walks(ChainShape shape, FailureKind?[] script, int[] called)
    {
        int next = Next(shape, script, called);
        if (next < 0)
        {
            yield return called;
            yield break;
        }

        int[] calls = [.. called, next];
        script[next] = null;
        yield return calls;
        int turn = next;
        foreach (FailureKind[] kinds in Alike)
        {
            script[next] = kinds[turn++ % kinds.Length];
            foreach (int[] walk in kinds == Terminal ? [calls] : Walks(shape, script, calls))
            {
                turn++;
                yield return walk;
            }
        }

        script[next] = null;
    }

    /// <summary>The turn of the reference: it calls the first model that may answer according to the failures so far, until one does.</summary>
    private static int[] Walk(ChainShape shape, FailureKind?[] script)
    {
        int[] called = [];
        for (int next = 0; next >= 0; next = script[next] is null ? -1 : Next(shape, script, called))
        {
            called = [.. called, next];
        }

        return called;
    }

    private static int Next(ChainShape shape, FailureKind?[] script, int[] called)
    {
        var known = new World(shape);
        foreach (int model in called)
        {
            known.Break(model, script[model]!.Value);
        }

        return Array.FindIndex([.. Enumerable.Range(0, shape.Count)], model => known.Answers(model));
    }

    private static ChainShape RandomShape(Random random, int models)
    {
        int[] credential = Numbers(models);
        int[] account = Numbers(credential.Max() + 1);
        int[] provider = Numbers(account.Max() + 1);
        return new ChainShape(credential, account, provider, [.. credential.Select(_ => random.Next(2) == 0)], [.. credential.Select(_ => random.Next(4))]);

        int[] Numbers(int count)
        {
            var numbers = new int[count];
            for (int i = 1; i < count; i++)
            {
                numbers[i] = random.Next(numbers.Take(i).Max() + 2);
            }

            return numbers;
        }
    }

    private static FailureKind? Pick(Random random, FailureKind[] kinds) => kinds.Length == 0 ? null : kinds[random.Next(kinds.Length)];

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
