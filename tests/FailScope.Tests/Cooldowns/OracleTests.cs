using CsCheck;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class OracleTests
{
    private static readonly string?[] Tenants = [null, "red", "blue"];
    private static readonly FallbackChain[] Chains = [Shop.All, Shop.Founding, Shop.Pair];

    private static readonly FailureKind[] Outcomes =
        [.. Oracle.Kinds, FailureKind.Unknown, FailureKind.InvalidRequest, FailureKind.Cancelled, FailureKind.ContextLengthExceeded];

    private static readonly int[] Steps = [1, 9, 15, 30, 60, 120, 600, 3600];

    private static readonly Gen<Operation> Operations = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99], (what, a, b, c) => new Operation(what, a, b, c));

    [Fact]
    public void The_store_agrees_with_the_oracle_on_random_histories() =>
        Operations.Array[1, 60].Sample(Play, iter: Iterations.Or(1_000), threads: 1);

    // With three models and one tenant, events affect earlier ones far more often.
    [Fact]
    public void The_store_agrees_with_the_oracle_on_histories_with_repeated_events() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, 33], Gen.Int[0, 99], (what, a, b, c) => new Operation(what, a, Tenants.Length * b, c))
            .Array[1, 60].Sample(Play, iter: Iterations.Or(1_000), threads: 1);

    private static void Play(Operation[] operations)
    {
        var rig = new CooldownRig(Oracle.Configure);
        var oracle = new Oracle { Now = CooldownRig.Noon };
        var open = new List<(CooldownAttempt Attempt, Oracle.Call Call)>();
        foreach (Operation operation in operations)
        {
            string? tenant = Tenants[operation.B % Tenants.Length];
            Model model = Shop.All.Models[operation.A % Shop.All.Models.Count];
            FailureKind kind = Oracle.Kinds[operation.C % Oracle.Kinds.Length];
            switch (operation.What)
            {
                case <= 3:
                    FallbackChain chain = Chains[operation.A % Chains.Length];
                    FallbackState state = chain.Start(rig.Store, tenant);
                    bool began = rig.Store.TryBegin(ref state, out CooldownAttempt attempt, tenant);
                    Oracle.Call? call = oracle.Begin([.. chain.Models], tenant);
                    Assert.Equal(call?.Model.Name, began ? attempt.Model.Name : null);
                    if (call is not null)
                    {
                        Assert.Equal(call.IsProbe, attempt.IsProbe);
                        open.Add((attempt, call));
                    }

                    break;

                case <= 6 when open.Count > 0:
                    // Usually the last call, so that failures follow their calls.
                    int index = operation.A % 3 == 0 ? operation.B % open.Count : open.Count - 1;
                    Report(rig, oracle, open[index].Attempt, open[index].Call, operation);
                    open.RemoveAt(index);
                    break;

                case 7:
                    rig.Clock.Advance(TimeSpan.FromSeconds(Steps[operation.A % Steps.Length]));
                    oracle.Now = rig.Clock.GetUtcNow();
                    break;

                case 8:
                    Assert.True(model.TryGetScope(kind, out IScopeKey? scope));
                    rig.Store.Reset(scope, tenant);
                    oracle.Reset(model, kind, tenant);
                    break;

                case 9:
                    Assert.True(model.TryGetScope(kind, out IScopeKey? everywhere));
                    rig.Store.ResetForAllTenants(everywhere);
                    oracle.ResetForAll(model, kind, Tenants);
                    break;
            }

            Compare(rig, oracle);
            foreach (ICooldowns store in (ICooldowns[])[rig.Store, new MinimalCooldowns(rig.Store)])
            {
                CompareEntries(store, oracle, model, kind, tenant);
            }
        }
    }

    private static void CompareEntries(ICooldowns store, Oracle oracle, Model model, FailureKind kind, string? tenant)
    {
        CooldownEntry[] entries = [.. store.EnumerateEntries()];
        Assert.Equal(oracle.Remembered().Order(StringComparer.Ordinal), entries.Select(Oracle.Name).Order(StringComparer.Ordinal));

        // The entries of one tenant are consecutive.
        string?[] tenants = [.. entries.Select(entry => entry.Tenant)];
        Assert.Equal(tenants.Distinct(), tenants.Where((name, index) => index == 0 || name != tenants[index - 1]));

        Assert.True(model.TryGetScope(kind, out IScopeKey? scope));
        IReadOnlyList<CooldownEntry> ofKey = store.GetEntries(scope, tenant);
        Assert.Equal(oracle.RememberedUnder(model, kind, tenant).Order(StringComparer.Ordinal), ofKey.Select(Oracle.Name).Order(StringComparer.Ordinal));
        Assert.Equal(ofKey.OrderByDescending(entry => entry.Until), ofKey);
    }

    private static void Report(CooldownRig rig, Oracle oracle, CooldownAttempt attempt, Oracle.Call call, Operation operation)
    {
        if (operation.C % 4 == 0)
        {
            rig.Store.Answered(attempt);
            oracle.Answered(call);
            return;
        }

        FailureKind kind = Outcomes[operation.B % Outcomes.Length];
        int? hint = operation.C % 3 == 0 ? operation.C * operation.C : null;
        hint = hint > 0 ? hint : null;
        bool isBroken = kind == FailureKind.Overloaded && operation.C % 2 == 0;
        rig.Store.Failed(attempt, new Failure(kind) { RetryAfter = hint is { } seconds ? TimeSpan.FromSeconds(seconds) : null, IsBrokenConnection = isBroken });
        oracle.Failed(call, kind, hint, isBroken);
    }

    private static void Compare(CooldownRig rig, Oracle oracle)
    {
        Assert.Equal(oracle.Remembered().Order(StringComparer.Ordinal), rig.Store.GetEntries().Select(Oracle.Name).Order(StringComparer.Ordinal));
        foreach (string? tenant in Tenants)
        {
            foreach (FallbackChain chain in Chains)
            {
                Assert.Equal(oracle.Alive([.. chain.Models], tenant), rig.Alive(chain, tenant));
            }
        }
    }

    private readonly record struct Operation(int What, int A, int B, int C);
}
