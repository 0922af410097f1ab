using System.Text;
using System.Text.Json.Serialization;

namespace FailScope;

/// <summary>What happened in a turn: which models were tried, which were passed over and why, and who answered.</summary>
[JsonConverter(typeof(FallbackTrailJsonConverter))]
public sealed partial class FallbackTrail
{
    private FallbackAttempt[]? _attempts;
    private SkippedModel[]? _skipped;

    /// <summary>The chain that the turn walked down.</summary>
    public FallbackChain Chain { get; }

    /// <summary>What the request needed.</summary>
    public ModelCapabilities Required { get; }

    /// <summary>Every attempt, in order.</summary>
    public IReadOnlyList<FallbackAttempt> Attempts => All;

    /// <summary>The model that answered; null where none did.</summary>
    public Model? AnsweredBy => _answeredBy;

    /// <summary>
    /// The models that were passed over, in the order of the chain: those before the one that answered, and where none
    /// did, all that were not tried.
    /// </summary>
    public IReadOnlyList<SkippedModel> Skipped => _skipped ??= FindSkipped();

    /// <summary>
    /// What ended the turn although models were left, <see cref="SkipReason.AttemptLimit"/> or
    /// <see cref="SkipReason.Deadline"/>; null where neither did.
    /// </summary>
    public SkipReason? StoppedBy => _stoppedBy;

    /// <summary>
    /// Whether a model refused for money, in this turn or an earlier one that keeps it out. Where none answered, that is the
    /// cause or a part of it: somebody has to pay, or raise a cap.
    /// </summary>
    public bool IsBilling => Refusals().Any(refusal => refusal.IsBilling);

    /// <summary>The turn in one line: who answered, or why none did. Contains no secret.</summary>
    public string Summary => AnsweredBy is { } model
        ? $"{model} of the chain '{Chain.Name}' answered at attempt {All.Length}, {Count(Skipped.Count, "model")} skipped."
        : Cause();

    /// <summary>
    /// What an operator can do about the failures of the turn, and about those of earlier turns that keep models out: one sentence
    /// each, in the order of the failures, none twice. Contains no secret.
    /// </summary>
    public IReadOnlyList<string> Remedies => [.. Refusals().Select(refusal => Remedy.For(refusal.Kind, refusal.Model)).OfType<string>().Distinct()];

    private bool HasRefusals => All.Length > 0 || Refusals().Any();

    private FallbackAttempt[] All => _attempts ??= ListAttempts();

    /// <summary>The trail in names, kinds and numbers, as it is written into JSON.</summary>
    public FallbackTrailRecord ToRecord() => FallbackTrailRecord.Of(this);

    /// <summary>The story of the turn, a line for each model.</summary>
    public override string ToString() => Tell(Summary, int.MaxValue);

    /// <summary>The story after its first line, with the models beyond a number only counted.</summary>
    internal string Tell(string headline, int most)
    {
        var story = new StringBuilder(headline);
        AppendList(story, "Tried", All, most);
        AppendList(story, "Skipped", Skipped, most);
        if (AnsweredBy is null)
        {
            AppendList(story, "What to do", Remedies, most);
        }

        return story.ToString();
    }

    /// <summary>The first line of the story of a turn that nobody answered.</summary>
    internal string Cause()
    {
        string cause = this switch
        {
            { Attempts.Count: 0, Skipped: [{ Reason: SkipReason.Conversation }, ..] } => "the conversation belongs to a key that is not in the chain.",
            { IsBilling: true } => BillingCause(),
            { HasRefusals: true } => CommonCause() ?? "every model failed.",
            { Attempts.Count: 0, Skipped: [{ Reason: SkipReason.Excluded }, ..] } => "every model was excluded before the first attempt.",
            _ => $"no model has what the request needs ({Required}).",
        };
        string stop = StoppedBy switch
        {
            SkipReason.AttemptLimit => $" The turn ended after {Count(All.Length, "attempt")}, before every model was tried.",
            SkipReason.Deadline => " The turn's time limit passed before every model was tried.",
            _ => "",
        };
        return $"No model of the chain '{Chain.Name}' answered: {cause}{stop}{CooldownPart()}";
    }

    /// <summary>Whether a turn could have called the model, were it not for what earlier turns remember.</summary>
    internal bool WasOpenTo(Model model) =>
        !model.Lacks(Required) && _excluded?.Exists(skipped => skipped.Model == model && skipped.Reason != SkipReason.Cooldown) != true;

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static void AppendList<T>(StringBuilder story, string title, IReadOnlyList<T> items, int most)
    {
        if (items.Count == 0)
        {
            return;
        }

        story.Append('\n').Append(title).Append(':');
        int told = Math.Min(items.Count, most);
        for (int i = 0; i < told; i++)
        {
            story.Append("\n  ").Append(items[i]);
        }

        if (told < items.Count)
        {
            story.Append("\n  and ").Append(items.Count - told).Append(" more");
        }
    }

    // What refused, in this turn and in earlier ones that keep models out of this.
    private IEnumerable<(Model Model, FailureKind Kind, bool IsBilling)> Refusals()
    {
        foreach (FallbackAttempt attempt in All)
        {
            if (attempt.Failure is { } failure)
            {
                yield return (attempt.Model, failure.Kind, failure.IsBilling);
            }
        }

        foreach (SkippedModel skipped in _excluded ?? [])
        {
            if (skipped.Cooldown is { } cooldown)
            {
                yield return (skipped.Model, cooldown.Cause, new Failure(cooldown.Cause).IsBilling);
            }
        }
    }

    private string BillingCause()
    {
        string accounts = string.Join(", ", Refusals().Where(refusal => refusal.IsBilling).Select(refusal => refusal.Model.Account.Name).Distinct());
        if (!Refusals().All(refusal => refusal.IsBilling))
        {
            return $"billing is part of the cause (account {accounts}).";
        }

        if (CommonRule() is not { Cause: { } cause } rule)
        {
            return $"billing: no credit is left on {accounts}.";
        }

        bool isOfKeys = RetireRules.For(rule.Effect).Group == RetireGroup.Credential;
        return $"billing: {cause}: {(isOfKeys ? string.Join(", ", Refusals().Select(refusal => refusal.Model.Credential.Name).Distinct()) : accounts)}.";
    }

    private string CooldownPart()
    {
        if (_excluded?.Exists(skipped => skipped.Reason == SkipReason.Cooldown) != true)
        {
            return "";
        }

        DateTimeOffset? first = _excluded.Where(skipped => skipped.Cooldown is { IsUntilReset: false }).Min(skipped => skipped.Cooldown?.Until);
        string recovery = first is null ? "" : $"; the first recovers at {CooldownEntry.Text(first.Value)}";
        return All.Length == 0
            ? $" Failures of earlier turns keep every model out{recovery}."
            : $" Failures of earlier turns keep models out{recovery}.";
    }

    private string? CommonCause() => CommonRule() is { Cause: { } cause } ? cause + "." : null;

    // The row of the kind that everything failed with; null where there are several, or none.
    private FailureRule? CommonRule()
    {
        FailureKind[] kinds = [.. Refusals().Select(refusal => refusal.Kind).Distinct()];
        return kinds.Length == 1 ? FailureTable.RuleOf(kinds[0]) : null;
    }

    // Replays the turn: which failure took which models away is in the tables, so no turn has to write it down.
    private SkippedModel[] FindSkipped()
    {
        var reasons = new Dictionary<Model, SkippedModel>();
        FallbackState state = Chain.Start(Required);
        foreach (Model model in Chain.Models)
        {
            if (!state.Contains(model))
            {
                reasons.Add(model, new SkippedModel(model, SkipReason.Capability) { Lacks = Required & ~model.Capabilities.GetValueOrDefault() });
            }
        }

        foreach (SkippedModel excluded in _excluded ?? [])
        {
            state = state.After(FailureKind.Unknown, excluded.Model);
            reasons.Add(excluded.Model, excluded);
        }

        foreach (FallbackAttempt attempt in All)
        {
            if (attempt.Failure is { Kind: var kind })
            {
                FallbackState next = state.After(kind, attempt.Model);
                foreach (Model model in state.Remaining)
                {
                    if (model != attempt.Model && !next.Contains(model))
                    {
                        reasons.Add(model, Retired(model, attempt, kind));
                    }
                }

                state = next;
            }
        }

        if (StoppedBy is { } stop)
        {
            foreach (Model model in state.Remaining)
            {
                reasons.Add(model, new SkippedModel(model, stop));
            }
        }

        return [.. Chain.Models.TakeWhile(model => model != AnsweredBy).Where(reasons.ContainsKey).Select(model => reasons[model])];
    }

    private static SkippedModel Retired(Model model, FallbackAttempt attempt, FailureKind kind)
    {
        ScopeKind scope = RetireRules.For(FailureTable.RuleOf(kind).Effect).Scope;
        return new SkippedModel(model, scope == ScopeKind.None ? SkipReason.ContextWindow : SkipReason.Scope)
        {
            Scope = scope == ScopeKind.None ? null : model.GetScope(scope),
            Since = attempt,
        };
    }
}
