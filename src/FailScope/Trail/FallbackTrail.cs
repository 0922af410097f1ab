using System.Text;
using System.Text.Json.Serialization;

namespace FailScope;

/// <summary>The record of a turn: which models were tried, which were skipped and why, and which one answered.</summary>
[JsonConverter(typeof(FallbackTrailJsonConverter))]
public sealed partial class FallbackTrail
{
    private FallbackAttempt[]? _attempts;
    private SkippedModel[]? _skipped;

    /// <summary>The chain of the turn.</summary>
    public FallbackChain Chain { get; }

    /// <summary>The capabilities that the request needed.</summary>
    public ModelCapabilities Required { get; }

    /// <summary>Every attempt, in order.</summary>
    public IReadOnlyList<FallbackAttempt> Attempts => All;

    /// <summary>The model that answered; null if none did.</summary>
    public Model? AnsweredBy => _answeredBy;

    /// <summary>
    /// The models that were skipped, in the order of the chain. If a model answered, only those before it; otherwise all that were
    /// not tried.
    /// </summary>
    public IReadOnlyList<SkippedModel> Skipped => _skipped ??= FindSkipped();

    /// <summary>
    /// Why the turn ended although models were left: <see cref="SkipReason.AttemptLimit"/> or
    /// <see cref="SkipReason.Deadline"/>; null if neither applies.
    /// </summary>
    public SkipReason? StoppedBy => _stoppedBy;

    /// <summary>
    /// Whether a model failed for a billing reason, in this turn or in an earlier one that keeps it out. If no model answered, billing is the
    /// cause or part of it: someone has to pay or raise a limit.
    /// </summary>
    public bool IsBilling => Refusals().Any(refusal => refusal.IsBilling);

    /// <summary>The turn in one line: which model answered, or why none did. Contains no secret.</summary>
    public string Summary => AnsweredBy is { } model
        ? $"{model} of the chain '{Chain.Name}' answered at attempt {All.Length}, {Count(Skipped.Count, "model")} skipped."
        : Cause();

    /// <summary>
    /// What an operator can do about the failures of this turn, and of earlier turns whose cool-downs exclude models: one sentence for
    /// each, in the order of the failures, without duplicates. Contains no secret.
    /// </summary>
    public IReadOnlyList<string> Remedies => [.. Refusals().Select(refusal => Remedy.For(refusal.Kind, refusal.Model)).OfType<string>().Distinct()];

    private bool HasRefusals => All.Length > 0 || Refusals().Any();

    private FallbackAttempt[] All => _attempts ??= ListAttempts();

    /// <summary>The trail as names, kinds and numbers, in the form that is written to JSON.</summary>
    public FallbackTrailRecord ToRecord() => FallbackTrailRecord.Of(this);

    /// <summary>A description of the turn, with one line for each model.</summary>
    public override string ToString() => Tell(Summary, int.MaxValue);

    /// <summary>The description after its first line. Beyond a maximum, models are only counted.</summary>
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

    /// <summary>The first line of the description of a turn in which no model answered.</summary>
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

    /// <summary>Whether the turn could have called the model without the cool-downs of earlier turns.</summary>
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

    // The failures of this turn, and of earlier turns that exclude models from this one.
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
            ? $" Every model is cooling down after failures of earlier turns{recovery}."
            : $" Some models are cooling down after failures of earlier turns{recovery}.";
    }

    private string? CommonCause() => CommonRule() is { Cause: { } cause } ? cause + "." : null;

    // The row of the kind if all attempts failed with the same kind; otherwise null.
    private FailureRule? CommonRule()
    {
        FailureKind[] kinds = [.. Refusals().Select(refusal => refusal.Kind).Distinct()];
        return kinds.Length == 1 ? FailureTable.RuleOf(kinds[0]) : null;
    }

    // Replays the turn. The tables say which failure retired which models, so turns do not have to record it.
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
